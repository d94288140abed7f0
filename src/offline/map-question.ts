import type { QueryAt } from '../contract/client.ts'
import type { PlayerClass, Team } from '../format/codec.ts'
import type { AskedPlace } from '../metrics/map-events.ts'
import { outcomeOf } from '../metrics/outcome.ts'
import { TimeCells } from '../metrics/time-cells.ts'
import type { OpenedFile } from './open-file.ts'
import { type Person, peopleOfFile } from './people.ts'

/** Whose deeds are meant: what every question about a map can say. */
export type MapQuery = Pick<
  QueryAt<'/api/proximity/maps/:map_name'>,
  'side' | 'player_class' | 'role' | 'means' | 'player_guid'
>

/** A question about the map of one file. */
export interface MapQuestion {
  readonly file: OpenedFile
  readonly query: MapQuery
  readonly people: readonly Person[]
  /** 1 Axis, 2 Allies, 0 unknown. */
  readonly defender_team: number
  /** False: it is about a role, and nobody knows who defended. */
  readonly isAnswerable: boolean
}

interface Actor {
  readonly player: number | null
  readonly team: Team | null
  readonly player_class: PlayerClass | null
}

export function mapQuestion(file: OpenedFile, query: MapQuery): MapQuestion {
  const defender_team = outcomeOf(file.round)?.defender_team ?? 0
  const isAnswerable = query.role == null || defender_team !== 0
  return { file, query, people: peopleOfFile(file.derived), defender_team, isAnswerable }
}

/** True for somebody who is asked for. */
function isAsked({ query, people, defender_team, isAnswerable }: MapQuestion, actor: Actor): boolean {
  const { side, player_class, role, player_guid } = query
  const defends = actor.team === (defender_team === 1 ? 'AXIS' : 'ALLIES')
  return (
    isAnswerable &&
    (side == null || actor.team === side) &&
    (player_class == null || actor.player_class === player_class) &&
    (player_guid == null || (actor.player !== null && people[actor.player]?.guid === player_guid)) &&
    (role == null || defends === (role === 'defence'))
  )
}

/** The places of the file, each with what of it is asked for. */
export function askedPlaces(question: MapQuestion): readonly AskedPlace[] {
  const { means } = question.query
  return question.file.derived.places.map((place) => {
    const { target, target_team, target_class, killer, killer_team, killer_class } = place
    return {
      place,
      isOfTarget: isAsked(question, { player: target, team: target_team, player_class: target_class }),
      isOfKiller:
        killer !== null && isAsked(question, { player: killer, team: killer_team, player_class: killer_class }),
      isByMeans: means == null || place.means === means,
    }
  })
}

/** Where each person who is asked for was. */
export function presenceOf(question: MapQuestion) {
  return question.file.derived.presence.filter((row) => isAsked(question, row))
}

/** Where those who are asked for were, in a grid. */
export function timeCells(question: MapQuestion, cell_units: number): TimeCells {
  const cells = new TimeCells(cell_units)
  for (const row of presenceOf(question)) cells.add(row.cells)
  return cells
}

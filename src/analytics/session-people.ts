import type { Kysely } from 'kysely'
import type { RoundSides } from '../metrics/line-ups.ts'
import type { Database } from '../store/database.ts'
import { latestNames } from './latest-names.ts'
import { bots } from './people.ts'

/** Somebody who played in a session. */
interface SessionPerson {
  readonly guid: string
  /** The latest one, raw. */
  readonly name: string
  readonly tradable_deaths: number
  readonly traded_deaths: number
}

/** The people of a session, in the order of their identifiers, so that the order of import changes nothing. */
export interface SessionPeople {
  readonly list: readonly SessionPerson[]
  /** The place of a person in the list by player id; undefined for bots. */
  readonly placeOf: (player_id: number) => number | undefined
  /** Who of a round was longer on which side; without those who cannot be followed into another round (L-21). */
  readonly sidesOf: (round_id: number) => RoundSides
}

/** The people of some rounds, without bots. */
export async function sessionPeople(db: Kysely<Database>, rounds: readonly number[]): Promise<SessionPeople> {
  const rows =
    rounds.length === 0
      ? []
      : await db
          .selectFrom('derived_player as own')
          .innerJoin('player', 'player.id', 'own.player_id')
          .where('own.round_id', 'in', rounds)
          .where('own.player_id', 'not in', bots(db))
          .select([
            'own.round_id',
            'own.player_id',
            'player.guid',
            'player.kind',
            'own.axis_ms',
            'own.allies_ms',
            'own.tradable_deaths',
            'own.traded_deaths',
          ])
          .execute()
  const names = await latestNames(
    db,
    rows.map(({ player_id }) => player_id),
  )
  const people = [...Map.groupBy(rows, ({ player_id }) => player_id)]
    .map(([player_id, own]) => ({
      player_id,
      guid: own[0]?.guid ?? '',
      name: names.get(player_id) ?? '',
      tradable_deaths: own.reduce((sum, { tradable_deaths }) => sum + tradable_deaths, 0),
      traded_deaths: own.reduce((sum, { traded_deaths }) => sum + traded_deaths, 0),
    }))
    .sort((a, b) => (a.guid < b.guid ? -1 : 1))
  const places = new Map(people.map(({ player_id }, place) => [player_id, place]))
  const byRound = Map.groupBy(
    rows.filter(({ kind }) => kind === 'human'),
    ({ round_id }) => round_id,
  )
  return {
    list: people.map(({ player_id: _, ...person }) => person),
    placeOf: (player_id) => places.get(player_id),
    sidesOf: (round_id) => {
      const own = byRound.get(round_id) ?? []
      return {
        axis: own.filter(({ axis_ms, allies_ms }) => axis_ms > allies_ms).map(({ guid }) => guid),
        allies: own.filter(({ axis_ms, allies_ms }) => allies_ms > axis_ms).map(({ guid }) => guid),
      }
    },
  }
}

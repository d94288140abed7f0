import { plainName } from '../../../names/colour-codes.ts'
import type { Figure } from '../../../numbers/figure.ts'
import { counted } from '../../../numbers/format.ts'
import type { Evening } from './evening-panels.tsx'
import { lineUpName, scoreWords, TEAMS } from './team-words.ts'

type LineUp = Evening['line_ups'][number]

/** @param at its place in the evening */
export function scoreFigure(lineUp: LineUp, at: number): Figure {
  const won = lineUp.teams.reduce((sum, { maps_won }) => sum + maps_won, 0)
  return {
    ...{ id: `score:${at}`, title: `Maps won, ${lineUpName(at)}`, metrics: ['map_result', 'line_ups'], basis: '' },
    about: 'Maps that each of the two teams won.',
    value: { kind: 'count', count: won, write: () => scoreWords(lineUp) },
  }
}

export function lineUpRoundsFigure({ rounds }: LineUp, at: number): Figure {
  return {
    ...{ id: `line_up:${at}`, title: `Rounds of ${lineUpName(at)}`, metrics: ['line_ups', 'rounds'], basis: '' },
    about: 'Rounds that these two teams played against each other.',
    value: { kind: 'count', count: rounds, write: (n) => counted(n, 'round') },
  }
}

interface Member {
  readonly at: number
  readonly team: 0 | 1
  readonly person: Evening['people'][number]
  readonly rounds: number
}

/** In how many of its rounds somebody played for a team. */
export function memberFigure(lineUp: LineUp, { at, team, person: { guid, name }, rounds }: Member): Figure {
  return {
    id: `member:${at}:${team}:${guid}`,
    title: `Rounds of ${plainName(name, guid)} for team ${TEAMS[team]}`,
    about: 'In how many of the rounds of the two teams somebody played for this one.',
    metrics: ['line_ups'],
    basis: '',
    value: { kind: 'count', count: rounds, of: lineUp.rounds },
  }
}

/** How many maps were played in an evening. */
export function mapsFigure({ plays }: Evening): Figure {
  return {
    ...{ id: 'maps', title: 'Maps', metrics: ['maps_played', 'map_result'], basis: '' },
    about: 'Maps of the evening, each with its first and its second round.',
    value: { kind: 'count', count: plays.length, write: (n) => counted(n, 'map') },
  }
}

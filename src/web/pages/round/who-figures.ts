import { plainName } from '../../names/colour-codes.ts'
import type { Figure, Value } from '../../numbers/figure.ts'
import { counted } from '../../numbers/format.ts'
import { shareOf } from '../../numbers/interval.ts'
import type { Line } from './who-lines.ts'

/** A column of the table of players. */
export interface Column {
  readonly name: string
  /** True: left out on a phone. */
  readonly isWide: boolean
  readonly figureOf: (line: Line) => Figure
}

type Sums = NonNullable<Line['sums']>

interface Part {
  /** In the address, before the player's identifier. */
  readonly id: string
  readonly title: string
  readonly about: string
  readonly metrics: readonly string[]
  readonly basis?: (sums: Sums) => string
  readonly value: (sums: Sums, line: Line) => Value
}

const NO_LIVES: Value = { kind: 'not_captured', reason: 'this file holds no lives' }

function count(value: number): Value {
  return { kind: 'count', count: value }
}

function column(name: string, isWide: boolean, { id, title, value, basis, ...part }: Part): Column {
  const figureOf = (line: Line): Figure => ({
    ...part,
    id: `${id}:${line.guid}`,
    title: `${title} of ${plainName(line.name, line.guid)}`,
    basis: line.sums === null ? '' : (basis?.(line.sums) ?? ''),
    value: line.sums === null ? { kind: 'unknown' } : value(line.sums, line),
  })
  return { name, isWide, figureOf }
}

/** What is told of each player, from the left. */
export const COLUMNS: readonly Column[] = [
  column('Kills', false, {
    ...{ id: 'kills', title: 'Kills', metrics: ['kills'] },
    about: 'Enemies whom the player killed.',
    value: ({ kills }) => count(kills),
  }),
  column('Deaths', false, {
    ...{ id: 'deaths', title: 'Deaths', metrics: ['deaths'] },
    about: 'Times the player died, whatever the cause.',
    value: ({ deaths }, { hasLives }) => (hasLives ? count(deaths) : NO_LIVES),
  }),
  column('Damage', true, {
    ...{ id: 'damage', title: 'Damage', metrics: ['damage'] },
    about: 'Hit points that the player dealt to enemies in fights.',
    value: ({ damage_dealt }) => count(damage_dealt),
  }),
  column('Cross\u00adfires', false, {
    ...{ id: 'crossfires', title: 'Crossfires', metrics: ['crossfire_participations', 'crossfires'] },
    about: 'Enemies whom the player and a mate hit at almost the same time.',
    basis: ({ attacks }) => `in ${counted(attacks, 'attack')}`,
    value: ({ crossfire_participations }) => count(crossfire_participations),
  }),
  column('Trades', false, {
    ...{ id: 'trades', title: 'Trades', metrics: ['trade_successes', 'trade_opportunities'] },
    about: 'Killers of a mate whom the player killed in time, of the chances that he had.',
    basis: ({ trade_successes }) => `${counted(trade_successes, 'trade')} with those from afar, where he had no chance`,
    value: ({ trade_opportunity_successes: taken, trade_opportunities: chances }, { hasLives, trade_interval }) =>
      hasLives
        ? { kind: 'count', count: taken, of: chances, share: shareOf(taken, chances, trade_interval) }
        : NO_LIVES,
  }),
  column('Support', true, {
    ...{ id: 'support', title: 'Support', metrics: ['support_uptime'] },
    about: 'Share of the time alive near a mate who was in a fight.',
    basis: () => 'of the time alive',
    value: ({ support_samples, total_samples }) =>
      total_samples > 0 ? { kind: 'part', value: support_samples / total_samples } : NO_LIVES,
  }),
]

import { plainName } from '../../../names/colour-codes.ts'
import type { Count, Figure } from '../../../numbers/figure.ts'
import { count, counted } from '../../../numbers/format.ts'
import type { Evening } from './evening-panels.tsx'

export type Moment = Evening['moments'][number]

/** What the cases of a kind are called. */
export const KINDS: Readonly<Record<Moment['kind'], { readonly title: string; readonly cases: string }>> = {
  kill_run: { title: 'Kills in a row', cases: 'runs of kills' },
  trade_chain: { title: 'Trade for trade', cases: 'deaths and what answered them' },
  revive_chain: { title: 'Revives in a row', cases: 'runs of revives' },
  escape: { title: 'Escape', cases: 'escapes from several enemies' },
  objective_run: { title: 'Run at the objective', cases: 'contested runs' },
  carry: { title: 'Delivery', cases: 'deliveries' },
}

function figureOf(moment: Moment, name: string, title: string, about: string, value: Omit<Count, 'kind'>): Figure {
  const { kind, round_id, start_ms, player } = moment
  return {
    id: `${name}:${round_id}:${start_ms}:${player}`,
    title: `${title}, ${KINDS[kind].title.toLowerCase()}`,
    about,
    metrics: ['moments'],
    basis: '',
    value: { kind: 'count', ...value },
  }
}

/** The numbers of a moment. */
export const momentFigures = {
  time: (moment: Moment): Figure =>
    figureOf(moment, 'time', 'Time', 'From the beginning of the moment to its end.', {
      count: moment.end_ms - moment.start_ms,
      write: (ms) => `${(ms / 1000).toFixed(1)}\u00a0s`,
    }),
  /** The way; of deaths that answer each other how many they are, without the first. */
  size: (moment: Moment): Figure =>
    moment.kind === 'trade_chain'
      ? figureOf(moment, 'size', 'Deaths', 'Deaths that each answered the one before.', { count: moment.size - 1 })
      : figureOf(moment, 'size', 'Way', 'How far it went, in units of the game; a player is 36 wide.', {
          count: Math.round(moment.size),
          write: (units) => counted(units, 'unit'),
        }),
  damage: (moment: Moment, damage: number): Figure =>
    figureOf(moment, 'damage', 'Damage taken', 'Hit points that were lost to enemies on the way.', { count: damage }),
  enemies: (moment: Moment, enemies: number): Figure =>
    figureOf(moment, 'enemies', 'Enemies near', 'Enemies who lived near the place.', {
      count: enemies,
      write: (n) => counted(n, 'enemy', 'enemies'),
    }),
  times: (moment: Moment, { guid, name }: Evening['people'][number], times: number): Figure =>
    figureOf(moment, `times:${guid}`, plainName(name, guid), 'How often the same one was part of the moment.', {
      count: times,
      write: (n) => `(${count(n)})`,
    }),
  /** Of all cases of its kind in the evening, how many are as large. */
  rank: (moment: Moment): Figure =>
    figureOf(
      moment,
      'rank',
      'As large',
      `Of all ${KINDS[moment.kind].cases} of the evening, those at least as large.`,
      {
        count: moment.as_large,
        of: moment.cases,
      },
    ),
}

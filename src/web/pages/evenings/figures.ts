import type { ReplyAt } from '../../../contract/client.ts'
import type { Figure, Value } from '../../numbers/figure.ts'
import { count, counted } from '../../numbers/format.ts'
import { shareOf } from '../../numbers/interval.ts'

type Summary = ReplyAt<'/api/proximity/summary'>
type Trades = ReplyAt<'/api/proximity/trades/summary'>

const NO_FIGHTS = 'no fights'
const NO_LIVES: Value = { kind: 'not_captured', reason: 'these files hold no lives' }

/** How much was played. */
export function counts(summary: Summary): readonly Figure[] {
  return [
    {
      id: 'fights',
      title: 'Fights',
      about: 'One player is hit by enemies, until he dies, escapes or the round ends.',
      metrics: ['fights'],
      basis: '',
      value: { kind: 'count', count: summary.total_engagements },
    },
    {
      id: 'players',
      title: 'Players',
      about: 'People who lived at least once in these rounds. Bots are left out.',
      metrics: ['players'],
      basis: '',
      value: summary.tracks === 0 ? NO_LIVES : { kind: 'count', count: summary.unique_players },
    },
    {
      id: 'rounds',
      title: 'Rounds',
      about: 'Rounds that count. Others are listed below with the reason why they do not.',
      metrics: ['rounds'],
      basis: '',
      value: { kind: 'count', count: summary.sample_rounds },
    },
  ]
}

/** How the fights went. */
export function fightShares(summary: Summary): readonly Figure[] {
  const n = summary.total_engagements
  const ofFights = `of ${counted(n, 'fight')}`
  const part = (of: keyof Summary['intervals']) =>
    n === 0 ? none(NO_FIGHTS) : share(summary[of], n, summary.intervals[of])
  return [
    {
      id: 'kill_rate',
      title: 'Ended in a death',
      about: 'Share of the fights at whose end the target was dead.',
      metrics: ['fights', 'deaths'],
      basis: `${count(summary.killed)} ${ofFights}`,
      value: part('killed'),
    },
    {
      id: 'escape_rate',
      title: 'Ended in an escape',
      about: 'Share of the fights from which the target got away.',
      metrics: ['fights', 'escape_distance'],
      basis: `${count(summary.escaped)} ${ofFights}`,
      value: part('escaped'),
    },
    {
      id: 'crossfires',
      title: 'Were crossfires',
      about: 'Share of the fights in which two enemies hit the target at almost the same time.',
      metrics: ['crossfires'],
      basis: `${count(summary.crossfire_events)} ${ofFights}`,
      value: part('crossfire_events'),
    },
  ]
}

/** What mates made of it. */
export function mateShares(trades: Trades): readonly Figure[] {
  const { events, traded_deaths, isolation_deaths, support_samples, total_samples } = trades
  const ofDeaths = `of ${counted(events, 'death')} by enemies`
  const part = (of: keyof Trades['intervals']) =>
    events === 0 ? none('no deaths by enemies') : share(trades[of], events, trades.intervals[of])
  return [
    {
      id: 'trades',
      title: 'Deaths that were traded',
      about: 'Deaths by an enemy whom a mate killed within three seconds.',
      metrics: ['traded_deaths'],
      basis: `${count(traded_deaths)} ${ofDeaths}`,
      value: part('traded_deaths'),
    },
    {
      id: 'isolation_deaths',
      title: 'Deaths far from mates',
      about: 'Deaths by an enemy with no living mate near.',
      metrics: ['isolation_deaths'],
      basis: `${count(isolation_deaths)} ${ofDeaths}`,
      value: part('isolation_deaths'),
    },
    {
      id: 'support_uptime',
      title: 'Near a fighting mate',
      about: 'Support uptime: the share of the time alive that was spent close to a mate in combat.',
      metrics: ['support_uptime'],
      basis: 'of the time alive',
      value: total_samples === 0 ? NO_LIVES : { kind: 'part', value: support_samples / total_samples },
    },
  ]
}

function none(reason: string): Value {
  return { kind: 'none', reason }
}

function share(...given: Parameters<typeof shareOf>): Value {
  return { kind: 'share', share: shareOf(...given) }
}

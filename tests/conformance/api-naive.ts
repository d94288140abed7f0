/** What the answers must hold where they differ from the original's: plain loops over the files, nothing else. */
import type { NaiveAttacker, NaiveEngagement, NaiveLife, NaiveRound } from './api-files.ts'

const WINDOW_MS = 1000

function crossfireOf(fight: NaiveEngagement): NaiveAttacker[] {
  const enemies = fight.attackers.filter(({ team }) => team !== fight.team)
  const inOrder = [...enemies].sort((a, b) => a.first - b.first)
  const begin = inOrder[0]?.first ?? 0
  const together = inOrder.filter(({ first }) => first - begin <= WINDOW_MS)
  return together.length >= 2 ? together : []
}

function round(value: number, places: number): number {
  return Number(value.toFixed(places))
}

function nameOf(rounds: readonly NaiveRound[], guid: string): string {
  let name = ''
  for (const { engagements } of rounds) {
    for (const { target, targetName, attackers } of engagements) {
      if (target === guid) name = targetName
      for (const one of attackers) if (one.guid === guid) name = one.name
    }
  }
  return name
}

/** Pairs by crossfires with a kill. */
export function naiveDuos(rounds: readonly NaiveRound[], limit: number) {
  const pairs = new Map<string, { guids: [string, string]; count: number; kills: number; delay: number }>()
  for (const { engagements } of rounds) {
    for (const fight of engagements) {
      const took = crossfireOf(fight)
      for (let i = 0; i < took.length; i++) {
        for (let j = i + 1; j < took.length; j++) {
          const [one, other] = [took[i] as NaiveAttacker, took[j] as NaiveAttacker]
          const guids = [one.guid, other.guid].sort() as [string, string]
          const pair = pairs.get(guids.join()) ?? { guids, count: 0, kills: 0, delay: 0 }
          pair.count += 1
          if (fight.outcome === 'killed') pair.kills += 1
          pair.delay += Math.abs(other.first - one.first)
          pairs.set(guids.join(), pair)
        }
      }
    }
  }
  const inOrder = [...pairs.values()].sort(
    (a, b) => b.kills - a.kills || b.count - a.count || (a.guids.join() < b.guids.join() ? -1 : 1),
  )
  return inOrder.slice(0, limit).map(({ guids, count, kills, delay }) => {
    const [player1, player2] = guids.map((guid) => nameOf(rounds, guid)).sort()
    return { player1, player2, crossfire_kills: kills, crossfire_count: count, avg_delay_ms: round(delay / count, 1) }
  })
}

/** Crossfire and focus leaders. */
export function naiveTeamplay(rounds: readonly NaiveRound[], limit: number) {
  const people = new Map<string, ReturnType<typeof nobody>>()
  const of = (guid: string) => {
    const person = people.get(guid) ?? nobody(guid)
    people.set(guid, person)
    return person
  }
  for (const { engagements } of rounds) {
    for (const fight of engagements) {
      const enemies = fight.attackers.filter(({ team }) => team !== fight.team)
      if (enemies.length >= 2) {
        of(fight.target).focused += 1
        if (fight.outcome === 'escaped') of(fight.target).escapes += 1
      }
      const took = crossfireOf(fight)
      for (const one of took) {
        const person = of(one.guid)
        person.participations += 1
        if (fight.outcome === 'killed') person.kills += 1
        if (fight.outcome === 'killed' && fight.killer === one.guid) person.blows += 1
        person.delay += (took[1] as NaiveAttacker).first - (took[0] as NaiveAttacker).first
      }
    }
  }
  const all = [...people.values()].sort((a, b) => (a.guid < b.guid ? -1 : 1))
  const entry = (of: ReturnType<typeof nobody>) => ({
    guid: of.guid,
    name: nameOf(rounds, of.guid),
    crossfire_kills: of.kills,
    crossfire_participations: of.participations,
    crossfire_final_blows: of.blows,
    avg_delay_ms: of.participations === 0 ? null : round(of.delay / of.participations, 1),
    times_focused: of.focused,
    focus_escapes: of.escapes,
  })
  const byKills = all
    .filter(({ participations }) => participations > 0)
    .sort((a, b) => b.kills - a.kills || b.participations - a.participations)
  const bySync = all
    .filter(({ participations }) => participations > 0)
    .sort((a, b) => a.delay / a.participations - b.delay / b.participations || b.kills - a.kills)
  const bySurvival = all
    .filter(({ focused }) => focused > 0)
    .sort((a, b) => b.escapes / b.focused - a.escapes / a.focused || b.focused - a.focused)
  return {
    crossfire_kills: byKills
      .slice(0, limit)
      .map((of) => ({ ...entry(of), kill_rate_pct: round((100 * of.kills) / of.participations, 1) })),
    sync: bySync.slice(0, limit).map(entry),
    focus_survival: bySurvival
      .slice(0, limit)
      .map((of) => ({ ...entry(of), survival_rate_pct: round((100 * of.escapes) / of.focused, 1) })),
  }
}

function nobody(guid: string) {
  return { guid, participations: 0, kills: 0, blows: 0, delay: 0, focused: 0, escapes: 0 }
}

interface NaiveTrade {
  readonly death: NaiveEngagement
  readonly opportunities: number
  readonly attempts: number
  readonly success: number
  readonly missed: number
  readonly isolated: boolean
}

const TRADE_MS = 3000

function tradesOf({ engagements, lives }: NaiveRound): NaiveTrade[] {
  const trades: NaiveTrade[] = []
  for (const death of engagements) {
    if (death.outcome !== 'killed' || death.killer === '' || death.killer === death.target) continue
    const near = new Set<string>()
    let nearest = Number.POSITIVE_INFINITY
    for (const life of lives) {
      if (life.guid === death.target || life.team !== death.team) continue
      if (life.spawn > death.end || life.end < death.end) continue
      const sample = [...life.samples].sort((a, b) => Math.abs(a.time - death.end) - Math.abs(b.time - death.end))[0]
      if (sample === undefined || Math.abs(sample.time - death.end) > 1500) continue
      const distance = Math.sqrt((sample.x - death.end_x) ** 2 + (sample.y - death.end_y) ** 2)
      nearest = Math.min(nearest, distance)
      if (distance <= 800) near.add(life.guid)
    }
    const tried = new Set<string>()
    const traded = new Set<string>()
    for (const fight of engagements) {
      if (fight.target !== death.killer) continue
      for (const { guid, team, first, last } of fight.attackers) {
        if (team !== death.team || guid === death.target) continue
        if (last >= death.end && first <= death.end + TRADE_MS) tried.add(guid)
      }
      const inTime = fight.end >= death.end && fight.end <= death.end + TRADE_MS
      const by = fight.attackers.find(({ guid }) => guid === fight.killer)
      if (fight.outcome === 'killed' && inTime && by?.team === death.team && by.guid !== death.target) {
        traded.add(by.guid)
      }
    }
    trades.push({
      death,
      opportunities: near.size,
      attempts: tried.size,
      success: traded.size,
      missed: [...near].filter((guid) => !tried.has(guid)).length,
      isolated: nearest > 1200,
    })
  }
  return trades
}

/** Sums of trades. */
export function naiveTradeSummary(rounds: readonly NaiveRound[]) {
  const trades = rounds.flatMap(tradesOf)
  const sum = (of: (trade: NaiveTrade) => number) => trades.reduce((total, trade) => total + of(trade), 0)
  return {
    events: trades.length,
    trade_opportunities: sum(({ opportunities }) => opportunities),
    trade_attempts: sum(({ attempts }) => attempts),
    trade_success: sum(({ success }) => success),
    missed_trade_candidates: sum(({ missed }) => missed),
    isolation_deaths: sum(({ isolated }) => (isolated ? 1 : 0)),
  }
}

// a file without a start was played when its name says, which is the end of the round
function startOf({ start, date, time, lives, engagements }: NaiveRound): number {
  if (start > 0) return start
  const [hour, minute, second] = [time.slice(0, 2), time.slice(2, 4), time.slice(4, 6)]
  const times = [
    ...lives.flatMap((life) => [life.spawn, life.end]),
    ...engagements.flatMap((one) => [one.start, one.end]),
  ]
  const played_s = (Math.max(...times) - Math.min(...times)) / 1000
  return Date.parse(`${date}T${hour}:${minute}:${second}Z`) / 1000 - played_s
}

function newestFirst(rounds: readonly NaiveRound[]): NaiveRound[] {
  return [...rounds].sort((a, b) => startOf(b) - startOf(a))
}

/** Latest deaths by enemies. */
export function naiveTradeEvents(rounds: readonly NaiveRound[], ids: (round: NaiveRound) => number, limit: number) {
  const entries = newestFirst(rounds).flatMap((of) =>
    tradesOf(of)
      .sort((a, b) => b.death.end - a.death.end || b.death.row - a.death.row)
      .map(({ death, opportunities, attempts, success, missed }) => ({
        date: of.date,
        round: of.number,
        map: of.map,
        victim: death.targetName,
        killer: death.killerName,
        opportunities,
        attempts,
        success,
        missed,
        round_id: ids(of),
        round_date: of.date,
        round_time: of.time,
        outcome:
          success > 0
            ? 'trade_success'
            : attempts > 0
              ? 'trade_attempt'
              : missed > 0
                ? 'missed_candidate'
                : 'trade_event',
      })),
  )
  return entries.slice(0, limit)
}

/** Number of an engagement in the answers. */
export function naiveId(round_id: number, row: number): number {
  return round_id * 1_048_576 + row
}

/** Latest fights. */
export function naiveEvents(rounds: readonly NaiveRound[], ids: (round: NaiveRound) => number, limit: number) {
  const entries = newestFirst(rounds).flatMap((of) =>
    [...of.engagements]
      .sort((a, b) => b.start - a.start || b.row - a.row)
      .map((fight) => ({
        id: naiveId(ids(of), fight.row),
        date: of.date,
        round: of.number,
        map: of.map,
        target: fight.targetName,
        outcome: fight.outcome,
        duration_ms: fight.end - fight.start,
        distance_traveled: fight.distance,
        attackers: fight.attackers.length,
        crossfire: crossfireOf(fight).length > 0,
        round_id: ids(of),
        round_date: of.date,
        round_time: of.time,
      })),
  )
  return entries.slice(0, limit)
}

/** Cells of 256 units of one map. */
export function naiveCells(rounds: readonly NaiveRound[], map: string) {
  const cells = new Map<string, { grid_x: number; grid_y: number; kills: number; deaths: number; fights: number }>()
  for (const { engagements } of rounds.filter((of) => of.map === map)) {
    for (const { end_x, end_y, outcome } of engagements) {
      const [grid_x, grid_y] = [Math.floor(end_x / 256), Math.floor(end_y / 256)]
      const cell = cells.get(`${grid_x} ${grid_y}`) ?? { grid_x, grid_y, kills: 0, deaths: 0, fights: 0 }
      cell.fights += 1
      if (outcome === 'killed') {
        cell.kills += 1
        cell.deaths += 1
      }
      cells.set(`${grid_x} ${grid_y}`, cell)
    }
  }
  return [...cells.values()]
    .sort((a, b) => b.kills - a.kills || b.fights - a.fights || a.grid_x - b.grid_x || a.grid_y - b.grid_y)
    .map(({ fights: _, ...cell }) => cell)
}

/** How many cells, each map for itself. */
export function naiveCellCount(rounds: readonly NaiveRound[]): number {
  const maps = new Set(rounds.map(({ map }) => map))
  return [...maps].reduce((sum, map) => sum + naiveCells(rounds, map).length, 0)
}

/** The parts of one engagement that differ. */
export function naiveEvent(of: NaiveRound, row: number, round_id: number) {
  const fight = of.engagements[row] as NaiveEngagement
  const target = pathOf(of.lives, fight.target, fight)
  const attacker = pathOf(of.lives, fight.killer, fight)
  return {
    id: naiveId(round_id, row),
    round_id,
    round_date: of.date,
    round_time: of.time,
    position_path: fight.points,
    target_path: target,
    attacker_path: attacker,
    strafe: { target: strafe(target), attacker: strafe(attacker) },
  }
}

function pathOf(lives: readonly NaiveLife[], guid: string, { start, end }: NaiveEngagement) {
  const alive = lives.filter((life) => life.guid === guid && life.spawn <= end && life.end >= start)
  const life = alive.sort((a, b) => overlap(b, start, end) - overlap(a, start, end))[0]
  return (life?.samples ?? []).filter(({ time }) => time >= start && time <= end)
}

function overlap(life: NaiveLife, start: number, end: number): number {
  return Math.min(life.end, end) - Math.max(life.spawn, start)
}

function strafe(points: readonly { time: number; x: number; y: number }[]) {
  if (points.length < 3) {
    return { duration_ms: 0, total_distance: 0, avg_speed: 0, turn_count: 0, turn_rate: 0, events: [] }
  }
  const steps: { time: number; x: number; y: number; length: number; heading: number }[] = []
  for (let i = 1; i < points.length; i++) {
    const [from, to] = [points[i - 1], points[i]] as [(typeof points)[number], (typeof points)[number]]
    const length = Math.hypot(to.x - from.x, to.y - from.y)
    const heading = (Math.atan2(to.y - from.y, to.x - from.x) / Math.PI) * 180
    if (length >= 5) steps.push({ ...to, length, heading })
  }
  const turns: { time: number; angle_deg: number; x: number; y: number }[] = []
  for (let i = 1; i < steps.length; i++) {
    const step = steps[i] as (typeof steps)[number]
    const turn = ((step.heading - (steps[i - 1] as (typeof steps)[number]).heading + 540) % 360) - 180
    if (Math.abs(turn) >= 40) turns.push({ time: step.time, angle_deg: round(turn, 1), x: step.x, y: step.y })
  }
  const duration_ms = (points.at(-1)?.time ?? 0) - (points[0]?.time ?? 0)
  const distance = steps.reduce((sum, { length }) => sum + length, 0)
  return {
    duration_ms,
    total_distance: round(distance, 1),
    avg_speed: round(distance / (duration_ms / 1000), 2),
    turn_count: turns.length,
    turn_rate: round(turns.length / (duration_ms / 1000), 2),
    events: turns,
  }
}

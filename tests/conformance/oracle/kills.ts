import type { Frame } from './clock.ts'
import type { Death, Hit, Revive, Shot } from './combat.ts'
import type { LifeEvent } from './lives.ts'
import { type Client, isActive } from './trace.ts'

/** What became of a killed player. */
export interface KillOutcome {
  readonly death: Death
  readonly outcome: 'revived' | 'gibbed' | 'tapped_out' | 'disconnected' | 'round_end'
  readonly time: number
  readonly reviver: Client | undefined
  /** When he lived again, or the end of the round. */
  readonly backAt: number
  readonly cameBack: boolean
}

/** The first thing that happened to each enemy's victim after his death. */
export function killOutcomesOf(
  frame: Frame,
  deaths: readonly Death[],
  events: readonly LifeEvent[],
  revives: readonly Revive[],
): KillOutcome[] {
  const end = frame.clock(frame.afterEnd.level)
  return deaths
    .filter(({ cause }) => cause === 'kill')
    .map((death) => {
      const later = events
        .filter(
          ({ line, client }) =>
            line > death.line && client.slot === death.victim.slot && client.guid === death.victim.guid,
        )
        .sort((a, b) => a.line - b.line)
      const first = later[0]
      const gone = later.findIndex(({ event }) => event === 'disconnected')
      const back = (gone < 0 ? later : later.slice(0, gone)).find(
        ({ event }) => event === 'spawned' || event === 'revived',
      )
      const outcome = first === undefined ? 'round_end' : first.event === 'disconnected' ? 'disconnected' : first.event
      if (
        outcome !== 'revived' &&
        outcome !== 'gibbed' &&
        outcome !== 'tapped_out' &&
        outcome !== 'disconnected' &&
        outcome !== 'round_end'
      ) {
        throw new Error(`after his death at line ${death.line} the victim ${outcome} at once`)
      }
      return {
        death,
        outcome,
        time: first?.time ?? end,
        reviver: outcome === 'revived' ? revives.find(({ line }) => line === first?.line)?.medic : undefined,
        backAt: back?.time ?? end,
        cameBack: back !== undefined,
      }
    })
}

const SEED_DIVISORS = [11, 3, 13, 7, 2, 5, 1, 17]

/** Interval and offset of a side's waves. The engine draws the offset of each side from configstring 31. */
export function waveOf({ live }: Frame, team: number): { interval: number; offset: number } {
  const first = live[0] as Frame['afterEnd']
  const [blue, red, ...values] = (first.configstrings[31] as string).split(' ').map(Number)
  const index = team === 2 ? Math.floor((blue as number) / 8) % 8 : Math.floor((red as number) / 4) % 8
  return {
    interval: Number(team === 2 ? first.cvars.g_bluelimbotime : first.cvars.g_redlimbotime),
    offset: Math.floor((1000 * (values[index] as number)) / (SEED_DIVISORS[index] as number)),
  }
}

/** Time from a moment to the next wave of a side. */
export function untilWave(frame: Frame, team: number, time: number): number {
  const { interval, offset } = waveOf(frame, team)
  return interval - ((offset + time) % interval)
}

export interface Trade {
  readonly original: Death
  readonly traded: Death
}

const TRADE_MS = 3000

/** For each kill of a killer by a mate of his victim the latest kill it answers; each kill is answered once. */
export function tradesOf(deaths: readonly Death[]): Trade[] {
  const kills = deaths.filter(({ cause }) => cause === 'kill')
  const answered = new Set<Death>()
  const trades: Trade[] = []
  for (const traded of kills) {
    const original = kills
      .filter((kill) => kill.line < traded.line && traded.time - kill.time <= TRADE_MS && !answered.has(kill))
      .filter((kill) => kill.killer?.guid === traded.victim.guid && kill.victim.team === traded.killer?.team)
      .filter((kill) => kill.victim.guid !== traded.killer?.guid)
      .at(-1)
    if (original === undefined) continue
    answered.add(original)
    trades.push({ original, traded })
  }
  return trades
}

export interface Accuracy {
  readonly guid: string
  readonly weapon: number
  readonly shots: number
  readonly hits: number
  readonly kills: number
  readonly headshots: number
}

/** Shots, hits on enemies and kills of enemies by player and weapon. */
export function accuracyOf(shots: readonly Shot[], hits: readonly Hit[], deaths: readonly Death[]): Accuracy[] {
  const rows = new Map<string, Accuracy>()
  const add = (guid: string | undefined, weapon: number | undefined, more: Partial<Accuracy>) => {
    if (guid === undefined || weapon === undefined) return
    const key = `${guid} ${weapon}`
    const row = rows.get(key) ?? { guid, weapon, shots: 0, hits: 0, kills: 0, headshots: 0 }
    rows.set(key, {
      ...row,
      shots: row.shots + (more.shots ?? 0),
      hits: row.hits + (more.hits ?? 0),
      kills: row.kills + (more.kills ?? 0),
      headshots: row.headshots + (more.headshots ?? 0),
    })
  }
  for (const { shooter, weapon } of shots) if (isActive(shooter)) add(shooter.guid, weapon, { shots: 1 })
  for (const { relation, attacker, weapon, region } of hits) {
    if (relation === 'enemy') add(attacker?.guid, weapon, { hits: 1, headshots: region === 0 ? 1 : 0 })
  }
  for (const { cause, killer, weapon } of deaths) if (cause === 'kill') add(killer?.guid, weapon, { kills: 1 })
  return [...rows.values()]
}

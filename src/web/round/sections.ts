import type { Round } from './use-round.ts'

export type Side = 'AXIS' | 'ALLIES'
export const SIDES = ['AXIS', 'ALLIES'] as const satisfies readonly Side[]
export const SIDE_WORDS: Readonly<Record<string, string>> = { AXIS: 'Axis', ALLIES: 'Allies', SPEC: 'Spectators' }

type Player = number | null
interface Point {
  readonly x: number
  readonly y: number
}

/** The columns that are read of a section; players are indexes into the round's `players`. */
interface Sections {
  readonly deaths: {
    readonly time_ms: number
    readonly victim: Player
    readonly victim_team: string
    readonly killer: Player
    readonly cause: string
    readonly victim_x: number
    readonly victim_y: number
    readonly killer_x: number | null
    readonly killer_y: number | null
  }
  readonly damage: {
    readonly time_ms: number
    readonly attacker: Player
    readonly target: Player
    readonly attacker_x: number | null
    readonly attacker_y: number | null
    readonly attacker_yaw: number | null
    readonly target_x: number
    readonly target_y: number
    readonly target_yaw: number
  }
  readonly shot_fired: Point & { readonly time_ms: number; readonly player: Player; readonly yaw: number }
  readonly revives: Point & { readonly time_ms: number; readonly medic: Player; readonly revived: Player }
  readonly reinforcements: {
    readonly time_ms: number
    readonly team: string
    readonly interval_ms: number
    readonly offset_ms: number | null
  }
  readonly spawn_timing: {
    readonly victim_team: string
    readonly kill_time_ms: number
    readonly enemy_spawn_interval_ms: number
    readonly time_to_next_spawn_ms: number
  }
  readonly game_events: {
    readonly time_ms: number
    readonly event: string
    readonly team: string | null
    readonly player: Player
    readonly object: string
    readonly x: number | null
    readonly y: number | null
  }
  readonly carrier_events: {
    readonly carrier: Player
    readonly carrier_team: string
    readonly pickup_time_ms: number
    readonly drop_time_ms: number
    readonly outcome: string
    readonly pickup_x: number
    readonly pickup_y: number
    readonly drop_x: number
    readonly drop_y: number
  }
  readonly construction_events: {
    readonly event_time_ms: number
    readonly event_type: string
    readonly player: Player
    readonly player_team: string
    readonly track_name: string
    readonly player_x: number
    readonly player_y: number
  }
  readonly pauses: { readonly start_time_ms: number; readonly duration_ms: number }
  readonly round_outcome: {
    readonly end_reason: string
    readonly winner_team: string | null
    readonly defender_team: string | null
    readonly duration_ms: number
    readonly time_limit_ms: number | null
    readonly time_to_beat_ms: number | null
  }
}

type SectionName = keyof Sections
export type SectionRow<K extends SectionName> = Sections[K]

/** The sections that are asked for: a round has many more. */
export const SECTION_NAMES = [
  'carrier_events',
  'construction_events',
  'damage',
  'deaths',
  'game_events',
  'pauses',
  'reinforcements',
  'revives',
  'round_outcome',
  'shot_fired',
  'spawn_timing',
] as const satisfies readonly SectionName[]

/** The rows of a section; none where the file has none. */
export function rowsOf<K extends SectionName>({ sections, names }: Round, name: K): readonly Sections[K][] {
  const section = sections[name]
  if (section === undefined) return []
  const isPlayer = section.fields.map((field) => field.endsWith('_no'))
  const keys = section.fields.map((field) => field.replace(/_no$/, ''))
  return section.rows.map((row) => {
    const made: Record<string, unknown> = {}
    for (let i = 0; i < keys.length; i++) {
      const value = row[i]
      made[keys[i] as string] = isPlayer[i] && value !== null ? (names[value as number]?.player ?? null) : value
    }
    return made as unknown as Sections[K]
  })
}

/** Whether the sensor of a section was at work: without rows, nothing happened. */
export function isRecorded({ sensors, sections }: Round, name: string): boolean {
  return sensors[name] === 'on' || sections[name] !== undefined
}

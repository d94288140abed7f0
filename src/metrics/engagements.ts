import type { Team } from '../format/codec.ts'
import type { Engagement } from '../format/core-sections.ts'
import type { Round } from '../format/round.ts'
import { CROSSFIRE_WINDOW_MS, crossfirePlayers, type Hitter } from './crossfires.ts'
import type { Category, KillCause } from './derived.ts'
import { type LivesByPlayer, latestLife } from './lives.ts'
import type { People } from './people.ts'

/** One engagement with everybody's side known: what all metrics of fights are made of. */
export interface Judged {
  readonly engagement: Engagement
  readonly target: number
  readonly category: Category
  /** Enemies only (D8), one entry per person, by first hit; ties in the file's order. */
  readonly enemies: readonly Hitter[]
  /** The enemies of a crossfire, by first hit; empty without one. */
  readonly crossfire: readonly Hitter[]
  /** True if a team mate of the target hit him too. */
  readonly mate_hit: boolean
  readonly cause: KillCause
  /** The enemy who killed, and his side. */
  readonly killer: number | null
  readonly killer_team: Team | null
}

/** The people of a round whom its numbers leave out, as indices into the roster. */
export type SetApart = ReadonlySet<number>

/** Every word for a death; builds but 5-Feb say `killed` whatever the cause (tracker-semantics section 4). */
const DEATHS: ReadonlyMap<string, KillCause | undefined> = new Map([
  ['killed', undefined],
  ['teamkill', 'team'],
  ['selfkill', 'self'],
  ['fallen', 'world'],
  ['world', 'world'],
])

function enemiesOf({ attackers, target_team }: Engagement, target: number, people: People): readonly Hitter[] {
  const byPlayer = new Map<number, Hitter>()
  for (const { guid, name, team, damage, first_hit_ms, last_hit_ms } of attackers) {
    const player = people.get(guid, name)
    if (team === target_team || player === target) continue
    const known = byPlayer.get(player)
    byPlayer.set(player, {
      player,
      team,
      damage: damage + (known?.damage ?? 0),
      first_hit_ms: Math.min(first_hit_ms, known?.first_hit_ms ?? first_hit_ms),
      last_hit_ms: Math.max(last_hit_ms, known?.last_hit_ms ?? last_hit_ms),
    })
  }
  return [...byPlayer.values()].sort((a, b) => a.first_hit_ms - b.first_hit_ms)
}

/** Who killed by the row's own columns: the named killer, or else the attacker marked with the kill; null for the world. */
function killerOf({ killer_guid, killer_name, attackers }: Engagement, people: People): number | null {
  if (killer_guid?.startsWith('WORLD_')) return null
  // a killer without identifier has an empty one, which reads like no killer but for the name
  const named = killer_guid || killer_name ? people.find(killer_guid ?? '', killer_name ?? '') : null
  if (named !== null) return named
  const marked = attackers.find(({ got_kill }) => got_kill)
  return marked ? people.get(marked.guid, marked.name) : null
}

/** The side of a player at a time, by the life he is in or was in last. */
function sideAt(lives: LivesByPlayer, player: number, time_ms: number): Team | undefined {
  const own = lives[player] ?? []
  return (latestLife(own, time_ms) ?? own[0])?.team
}

/**
 * Every engagement of a round, in the file's order, judged by the sides of those who took part.
 *
 * The cause of a death follows the killer: the target himself, one of his side, an enemy, nobody (D9). A killer whose
 * side neither an attacker entry nor a life tells counts as an enemy. With one of `bots` as target, attacker of either
 * side or killer it is of category `bot`, whatever else happened in it.
 */
export function judgeEngagements(
  round: Round,
  people: People,
  lives: LivesByPlayer,
  bots: SetApart,
): readonly Judged[] {
  const window_ms = round.header.crossfire_window_ms ?? CROSSFIRE_WINDOW_MS
  return round.rows.engagements.map((engagement): Judged => {
    const { attackers, end_time_ms, outcome, target_team } = engagement
    const target = people.get(engagement.target_guid, engagement.target_name)
    const enemies = enemiesOf(engagement, target, people)
    const mate_hit = attackers.some(({ team, guid, name }) => team === target_team && people.get(guid, name) !== target)
    const deadly = DEATHS.has(outcome)
    const killer = deadly ? killerOf(engagement, people) : null
    const involved = [target, killer, ...attackers.map(({ guid, name }) => people.get(guid, name))]
    const withBot = involved.some((player) => player !== null && bots.has(player))
    const category = withBot ? 'bot' : enemies.length > 0 ? 'fight' : mate_hit ? 'team' : 'no_attacker'
    const crossfire = crossfirePlayers(enemies, window_ms)
    const judged = { engagement, target, category, enemies, crossfire, mate_hit } as const
    if (!deadly) return { ...judged, cause: 'none', killer: null, killer_team: null }

    const entry = attackers.find(({ guid, name }) => people.get(guid, name) === killer)
    const side = killer === null ? undefined : (entry?.team ?? sideAt(lives, killer, end_time_ms))
    const by = killer === null ? 'world' : killer === target ? 'self' : side === target_team ? 'team' : 'enemy'
    const cause = DEATHS.get(outcome) ?? by
    if (cause !== 'enemy') return { ...judged, cause, killer: null, killer_team: null }
    return { ...judged, cause, killer, killer_team: side ?? (target_team === 'AXIS' ? 'ALLIES' : 'AXIS') }
  })
}

/**
 * The engagements against each of `players` players, as evidence of what their enemies did: those with bots too, but
 * without what the bots did in them.
 */
export function engagementsByTarget(
  judged: readonly Judged[],
  players: number,
  bots: SetApart,
): readonly (readonly Judged[])[] {
  const byTarget = Array.from({ length: players }, (): Judged[] => [])
  for (const one of judged) byTarget[one.target]?.push(bots.size === 0 ? one : withoutDeedsOf(bots, one))
  return byTarget
}

function withoutDeedsOf(bots: SetApart, one: Judged): Judged {
  const killer = one.killer !== null && bots.has(one.killer) ? null : one.killer
  return { ...one, killer, enemies: one.enemies.filter(({ player }) => !bots.has(player)) }
}

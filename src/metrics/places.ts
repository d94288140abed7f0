import type { PlayerClass, Team } from '../format/codec.ts'
import type { Round } from '../format/round.ts'
import type { PlaceRow } from './derived.ts'
import type { Judged } from './engagements.ts'
import { endPlace } from './fights.ts'
import { type LivesByPlayer, latestLife } from './lives.ts'
import { nearestPoint } from './paths.ts'
import type { People } from './people.ts'

/** A killer's place is known from his samples if one is this near in time, ms: half the longest rhythm of the files. */
export const KILLER_TOLERANCE_MS = 250

/**
 * A push ends at the look at which its side no longer pushes: who died since the look before, ms, died with it
 * (tracker-semantics 16.5).
 */
export const PUSH_END_MS = 1_000

/** A place of whole units, rounded down, so that it stays in its cell. */
interface Place {
  readonly x: number
  readonly y: number
  readonly z: number
}

/** What the file says of a kill beside the engagement. */
interface KillFacts {
  readonly means: number
  readonly killer_place: Place | null
}

/**
 * Where fights ended and where people died, and from where they were killed, in the file's order. Engagements with bots
 * are left out, and those without a fight and a death.
 *
 * @param lives of each player
 */
export function placeRows(
  round: Round,
  people: People,
  judged: readonly Judged[],
  lives: LivesByPlayer,
): readonly PlaceRow[] {
  const known = killFacts(round, people)
  const isWithPush = (team: Team, time_ms: number) =>
    round.rows.team_pushes.some(
      ({ team: own, end_time_ms: end }) => own === team && end - PUSH_END_MS <= time_ms && time_ms <= end,
    )
  return judged.flatMap((one, row_no): readonly PlaceRow[] => {
    const { engagement, category, cause, target, killer, killer_team } = one
    const is_fight = category === 'fight'
    if (category === 'bot' || (!is_fight && cause === 'none')) return []
    const time_ms = engagement.end_time_ms
    const facts = cause === 'none' ? undefined : known.get(factKey(target, killer, time_ms))
    const from = killer === null ? null : (facts?.killer_place ?? sampledPlace(lives, killer, time_ms))
    return [
      {
        row_no,
        end_time_ms: time_ms,
        is_fight,
        is_escape: is_fight && engagement.outcome === 'escaped',
        cause,
        is_with_push: cause === 'enemy' && isWithPush(engagement.target_team, time_ms),
        target,
        target_team: engagement.target_team,
        target_class: classAt(lives, target, time_ms),
        ...wholeUnits(endPlace(engagement)),
        killer,
        killer_team,
        killer_class: killer === null ? null : classAt(lives, killer, time_ms),
        killer_x: from?.x ?? null,
        killer_y: from?.y ?? null,
        killer_z: from?.z ?? null,
        means: facts?.means ?? null,
      },
    ]
  })
}

function wholeUnits({ x, y, z }: Place): Place {
  return { x: Math.floor(x), y: Math.floor(y), z: Math.floor(z) }
}

// the engagement and the rows about its end are written in the same frame
function factKey(victim: number, killer: number | null, time_ms: number): string {
  return `${victim} ${killer} ${time_ms}`
}

/** DEATHS knows every death, COMBAT_POSITIONS the kills of enemies, also in files of older builds. */
function killFacts({ rows }: Round, people: People): ReadonlyMap<string, KillFacts> {
  const known = new Map<string, KillFacts>()
  for (const row of rows.deaths) {
    const { victim_guid, victim_name, killer_guid, killer_name, killer_x: x, killer_y: y, killer_z: z } = row
    const killer = row.cause === 'kill' && killer_guid !== null ? people.get(killer_guid, killer_name ?? '') : null
    const killer_place = x === null || y === null || z === null ? null : wholeUnits({ x, y, z })
    known.set(factKey(people.get(victim_guid, victim_name), killer, row.time_ms), { means: row.mod, killer_place })
  }
  for (const row of rows.combat_positions) {
    const victim = people.get(row.victim_guid, row.victim_name)
    const killer = people.get(row.attacker_guid, row.attacker_name)
    const killer_place = wholeUnits({ x: row.attacker_x, y: row.attacker_y, z: row.attacker_z })
    known.set(factKey(victim, killer, row.time_ms), { means: row.mod, killer_place })
  }
  return known
}

function sampledPlace(lives: LivesByPlayer, player: number, time_ms: number): Place | null {
  const path = latestLife(lives[player] ?? [], time_ms)?.path
  if (path === undefined) return null
  const at = nearestPoint(path, time_ms, KILLER_TOLERANCE_MS)
  if (at < 0) return null
  return wholeUnits({ x: path.x[at] as number, y: path.y[at] as number, z: path.z[at] as number })
}

function classAt(lives: LivesByPlayer, player: number, time_ms: number): PlayerClass {
  return latestLife(lives[player] ?? [], time_ms)?.track.player_class ?? 'UNKNOWN'
}

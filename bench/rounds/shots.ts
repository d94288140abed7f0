import type { Rows } from '../../src/format/sections.ts'
import { distance, type Fighter, type Recorder, type World } from './world.ts'

/** The original writes no more rows of hit regions in one file. */
const MOST_HIT_REGIONS = 5_000
/** Time between two looks at who aims at whom, ms. */
const AIM_MS = 200
/** Two looks at one enemy in a row are a lock. */
const LOCK_MS = 400

interface Aim {
  readonly target: Fighter
  readonly start_time_ms: number
  last_ms: number
  distance_sum: number
  samples: number
}

type Accuracy = { -readonly [K in keyof Rows['weapon_accuracy'][number]]: Rows['weapon_accuracy'][number][K] }

/** WEAPON_ACCURACY, HIT_REGIONS, SHOT_FIRED and AIM_LOCK: every shot, and where it went. */
export function recordShots(world: World): Recorder {
  const hit_regions: Rows['hit_regions'][number][] = []
  const shot_fired: Rows['shot_fired'][number][] = []
  const aim_lock: Rows['aim_lock'][number][] = []
  const accuracy = new Map<string, Accuracy>()
  const aims = new Map<Fighter, Aim>()

  const accuracyOf = ({ guid, name, team }: Fighter, weapon_id: number) => {
    const key = `${guid} ${weapon_id}`
    const none = { shots_fired: 0, hits: 0, kills: 0, headshots: 0 }
    const known = accuracy.get(key) ?? { player_guid: guid, player_name: name, team, weapon_id, ...none }
    accuracy.set(key, known)
    return known
  }
  const aimAt = (fighter: Fighter, enemy: Fighter | undefined) => {
    const aim = aims.get(fighter)
    if (aim !== undefined && aim.target !== enemy) {
      if (aim.last_ms - aim.start_time_ms >= LOCK_MS) aim_lock.push(lockOf(world, fighter, aim))
      aims.delete(fighter)
    }
    if (enemy === undefined) return
    const known = aims.get(fighter)
    const now = known ?? { target: enemy, start_time_ms: world.time_ms, last_ms: 0, distance_sum: 0, samples: 0 }
    now.last_ms = world.time_ms
    now.distance_sum += distance(fighter, enemy)
    now.samples += 1
    aims.set(fighter, now)
  }

  return {
    shot({ fighter, yaw, pitch }) {
      const { guid, weapon, x, y, z } = fighter
      accuracyOf(fighter, weapon).shots_fired += 1
      const from = { x: Math.trunc(x), y: Math.trunc(y), z: Math.trunc(z) }
      shot_fired.push({ time_ms: world.time_ms, guid, weapon_id: weapon, ...from, yaw, pitch })
    },
    hit({ attacker, target, damage, weapon, region }) {
      const sum = accuracyOf(attacker, weapon)
      sum.hits += 1
      if (region === 0) sum.headshots += 1
      if (attacker.team === target.team || hit_regions.length >= MOST_HIT_REGIONS) return
      hit_regions.push({
        time_ms: world.time_ms,
        attacker_guid: attacker.guid,
        attacker_name: attacker.name,
        victim_guid: target.guid,
        victim_name: target.name,
        weapon_id: weapon,
        region,
        damage,
      })
    },
    died({ killer, victim, type, weapon }) {
      if (type === 'killed' && killer !== undefined) accuracyOf(killer, weapon).kills += 1
      aimAt(victim, undefined)
    },
    frame() {
      if (world.elapsed_ms % AIM_MS !== 0) return
      // a view stays on an enemy for a second or so, then it slips
      for (const fighter of world.fighters) {
        const slips = (fighter.burst + world.elapsed_ms / AIM_MS) % 5 === 0
        aimAt(fighter, fighter.alive && !slips ? fighter.enemy : undefined)
      }
    },
    rows: () => ({ weapon_accuracy: [...accuracy.values()], hit_regions, shot_fired, aim_lock }),
  }
}

function lockOf(world: World, fighter: Fighter, aim: Aim): Rows['aim_lock'][number] {
  return {
    start_time_ms: aim.start_time_ms,
    end_time_ms: aim.last_ms,
    duration_ms: aim.last_ms - aim.start_time_ms,
    guid: fighter.guid,
    name: fighter.name,
    team: fighter.team,
    target_guid: aim.target.guid,
    target_name: aim.target.name,
    avg_err_deg: 0.5 + ((aim.start_time_ms / 50 + world.fighters.length) % 70) / 10,
    avg_dist: Math.round(aim.distance_sum / aim.samples),
    samples: aim.samples,
  }
}

import type { Engagement, ReactionMetric } from '../../src/format/core-sections.ts'
import type { Rows } from '../../src/format/sections.ts'
import { addAnswer, addDodge, addHit, engagementOf, type Fight, notePoint, openFight, reactionOf } from './fights.ts'
import { distance, type Fighter, type Recorder, type World } from './world.ts'

export interface EngagementRules {
  /** Whether hits by mates count, as they did until 5.0. */
  readonly mates: boolean
  /** A fight without a hit for this long ends, ms; undefined: it goes on until the target dies or gets away. */
  readonly timeout_ms: number | undefined
}

const ESCAPE_MS = 5_000
const ESCAPE_DISTANCE = 300
const SAMPLE_MS = 200

/** ENGAGEMENTS, REACTION_METRICS and FOCUS_FIRE: the fights against each player, by the rules of the tracker. */
export function recordEngagements(world: World, { mates, timeout_ms }: EngagementRules): Recorder {
  const open = new Map<Fighter, Fight>()
  const engagements: Engagement[] = []
  const reactions: ReactionMetric[] = []
  const focus: Rows['focus_fire'][number][] = []
  let opened = 0

  const fightOf = (target: Fighter) => {
    const fight = open.get(target) ?? openFight(world, ++opened, target)
    open.set(target, fight)
    return fight
  }
  const close = (fight: Fight, outcome: string, killer?: Fighter) => {
    const engagement = engagementOf(fight, world.time_ms, outcome, killer)
    engagements.push(engagement)
    reactions.push(reactionOf(fight, engagement))
    if (engagement.num_attackers > 1) focus.push(focusOf(engagement))
    open.delete(fight.target)
  }

  return {
    hit(hit) {
      if (mates || hit.attacker.team !== hit.target.team) addHit(fightOf(hit.target), hit, world.time_ms)
      for (const fight of open.values()) {
        if (fight.target.team === hit.attacker.team) addAnswer(fight, hit, world.time_ms)
      }
    },
    frame() {
      for (const fight of open.values()) {
        const since = world.time_ms - fight.last_hit_ms
        if (since >= ESCAPE_MS && distance(fight.target, fight.last_hit_at) >= ESCAPE_DISTANCE) close(fight, 'escaped')
        else if (timeout_ms !== undefined && since >= timeout_ms) close(fight, 'timeout')
        else {
          if (world.time_ms - fight.noted_ms >= SAMPLE_MS) notePoint(fight, world.time_ms, 'sample')
          addDodge(fight, world.time_ms)
        }
      }
    },
    died({ victim, killer, type }) {
      if (type !== 'disconnect') close(fightOf(victim), 'killed', killer)
      else if (open.has(victim)) close(fightOf(victim), timeout_ms === undefined ? 'round_end' : 'disconnect')
    },
    rows() {
      for (const fight of open.values()) close(fight, 'round_end')
      return { engagements, reaction_metrics: reactions, focus_fire: focus }
    },
  }
}

function focusOf(engagement: Engagement): Rows['focus_fire'][number] {
  const { engagement_id, target_guid, target_name, num_attackers, attackers, total_damage_taken, duration_ms } =
    engagement
  return {
    engagement_id,
    target_guid,
    target_name,
    attacker_count: num_attackers,
    attacker_guids: attackers.map(({ guid }) => guid),
    total_damage: total_damage_taken,
    duration_ms,
    focus_score: Math.min(1, total_damage_taken / (duration_ms + 100)),
  }
}

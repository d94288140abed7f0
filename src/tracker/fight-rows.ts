/** Fights as rows of the file, with whether they began as a crossfire. */
import { writeAttacker } from '../format/attackers.ts'
import { tellCrossfire } from './events.ts'
import type { Fight } from './fight.ts'
import type { Person } from './people.ts'
import { record, refuse, type Written } from './sensors.ts'
import { settings } from './settings.ts'

/** Writes the row of a fight that has ended. */
export function recordFight(fight: Fight): void {
  if (crossfireDelay(fight) !== undefined) tellCrossfire(participants(fight))
  record('engagements', fightRow(fight))
}

/** The row of a fight, with the end that it says. */
export function fightRow(fight: Fight): Written<'engagements'> {
  const delay_ms = crossfireDelay(fight)
  return {
    engagement_id: fight.id,
    start_time_ms: fight.start_ms,
    end_time_ms: fight.end_ms,
    duration_ms: fight.end_ms - fight.start_ms,
    target_guid: fight.target.guid,
    target_name: fight.name,
    target_team: fight.team,
    outcome: fight.outcome,
    total_damage_taken: fight.damage,
    killer_guid: fight.killer?.guid,
    killer_name: fight.killer?.name,
    num_attackers: fight.attackers.length,
    is_crossfire: delay_ms !== undefined,
    crossfire_delay_ms: delay_ms,
    crossfire_participants: delay_ms === undefined ? [] : guidsOf(participants(fight)),
    start_x: fight.start_origin[0],
    start_y: fight.start_origin[1],
    start_z: fight.start_origin[2],
    end_x: fight.end_origin[0],
    end_y: fight.end_origin[1],
    end_z: fight.end_origin[2],
    distance_traveled: fight.distance,
    positions: table.concat(fight.points, '|'),
    attackers: attackersText(fight),
  }
}

/** Time between the first hits of the first two attackers; undefined where that is too long, or there is only one. */
function crossfireDelay(fight: Fight): number | undefined {
  const [first, second] = fight.attackers
  if (first === undefined || second === undefined) return undefined
  const delay_ms = second.first_hit_ms - first.first_hit_ms
  return delay_ms <= settings.crossfire_window_ms ? delay_ms : undefined
}

/** Everybody whose first hit came soon enough after the very first one. */
function participants(fight: Fight): Person[] {
  const partners: Person[] = []
  for (const { person, first_hit_ms } of fight.attackers) {
    if (first_hit_ms - fight.start_ms <= settings.crossfire_window_ms) partners.push(person)
  }
  return partners
}

function guidsOf(partners: readonly Person[]): string[] {
  const guids: string[] = []
  for (const { guid } of partners) guids.push(guid)
  return guids
}

function attackersText(fight: Fight): string {
  const texts: string[] = []
  for (const attacker of fight.attackers) {
    const text = writeAttacker(attacker)
    if (text === undefined) refuse('attacker')
    else texts.push(text)
  }
  return table.concat(texts, '|')
}

/** Shots, hits and kills of each player by weapon, over the whole round. */
import type { Team } from '../format/codec.ts'
import { onEnemyHit } from './enemy-hits.ts'
import { onEnd, onStart } from './events.ts'
import { onKill } from './kills.ts'
import type { Person } from './people.ts'
import { defer } from './schedule.ts'
import { record } from './sensors.ts'
import { onWeaponShot } from './shots.ts'

interface Count {
  readonly player_guid: string
  player_name: string
  team: Team
  readonly weapon_id: number
  shots_fired: number
  hits: number
  kills: number
  headshots: number
}

const SENSOR = 'weapon_accuracy'
const HEAD = 0
/** Rows written at once. */
const ROWS_A_PIECE = 10

/** Guns and mortars that are set up fire under another number, and hit under the one that they are carried by. */
const CARRIED: Readonly<Record<number, number>> = { 43: 34, 47: 30, 50: 49, 52: 51 }

const round = { counts: [] as Count[], byGuid: new LuaTable<string, LuaTable<number, Count | undefined> | undefined>() }

export function recordAccuracy(): void {
  onStart(SENSOR, () => {
    round.counts = []
    round.byGuid = new LuaTable()
  })
  onWeaponShot(SENSOR, (person, weapon) => {
    countOf(person, CARRIED[weapon] ?? weapon).shots_fired += 1
  })
  onEnemyHit(SENSOR, (hit, attacker) => {
    if (hit.weapon === undefined) return
    const count = countOf(attacker, hit.weapon)
    count.hits += 1
    if (hit.region === HEAD) count.headshots += 1
  })
  onKill(SENSOR, ({ weapon }, killer) => {
    if (weapon !== undefined) countOf(killer, weapon).kills += 1
  })
  onEnd(SENSOR, () => {
    for (let from = 0; from < round.counts.length; from += ROWS_A_PIECE) {
      const some = round.counts.slice(from, from + ROWS_A_PIECE)
      defer(SENSOR, () => writeRows(some))
    }
  })
}

function writeRows(counts: readonly Count[]): void {
  for (const count of counts) record('weapon_accuracy', count)
}

/** A player keeps his counts when he connects anew; name and side are the last ones. */
function countOf(person: Person, weapon: number): Count {
  let weapons = round.byGuid.get(person.guid)
  if (weapons === undefined) {
    weapons = new LuaTable()
    round.byGuid.set(person.guid, weapons)
  }
  let count = weapons.get(weapon)
  if (count === undefined) {
    count = {
      player_guid: person.guid,
      player_name: person.name,
      team: person.team,
      weapon_id: weapon,
      shots_fired: 0,
      hits: 0,
      kills: 0,
      headshots: 0,
    }
    weapons.set(weapon, count)
    round.counts.push(count)
  }
  count.player_name = person.name
  count.team = person.team
  return count
}

/** Revived players: by whom, where, and in what danger. */
import { clock } from './clock.ts'
import { onEnemyHit } from './enemy-hits.ts'
import { distance, type Vector } from './engine.ts'
import { onCorpseHit, onRevive, onStart } from './events.ts'
import { placeOf } from './living.ts'
import { areEnemies, type Person, people } from './people.ts'
import { recordLater } from './schedule.ts'

const SENSOR = 'revives'
/** Who was hit by an enemy this recently, alive or down, is under fire. */
const UNDER_FIRE_MS = 3_000

/** When an enemy last hit each connection. */
const danger = { hit_ms: new LuaTable<number, number | undefined>() }

export function recordRevives(): void {
  onStart(SENSOR, () => {
    danger.hit_ms = new LuaTable()
  })
  onEnemyHit(SENSOR, ({ target, time_ms }) => {
    danger.hit_ms.set(target.connection, time_ms)
  })
  onCorpseHit(SENSOR, (body, attacker) => {
    if (attacker !== undefined && areEnemies(body, attacker)) danger.hit_ms.set(body.connection, clock.now_ms)
  })
  onRevive(SENSOR, recordRevive)
}

function recordRevive(revived: Person, medic: Person | undefined): void {
  const place = revived.origin
  const [enemy, away] = nearestEnemy(revived, place)
  const hit_ms = danger.hit_ms.get(revived.connection)
  recordLater('revives', {
    time_ms: clock.now_ms,
    medic_guid: medic?.guid,
    medic_name: medic?.name,
    revived_guid: revived.guid,
    revived_name: revived.name,
    // without a place the row is refused, and counted
    x: place?.[0] as number,
    y: place?.[1] as number,
    z: place?.[2] as number,
    distance_to_enemy: away,
    nearest_enemy_guid: enemy?.guid,
    under_fire: hit_ms !== undefined && clock.now_ms - hit_ms <= UNDER_FIRE_MS,
  })
}

/** The nearest enemy who lives, and how far he is; nobody and 0 if there is none. */
function nearestEnemy(person: Person, place: Vector | undefined): LuaMultiReturn<[Person | undefined, number]> {
  let nearest: Person | undefined
  let least = 0
  for (const other of people()) {
    if (other.state === 'alive' && areEnemies(person, other)) {
      const origin = placeOf(other)
      const away = origin === undefined || place === undefined ? undefined : distance(origin, place)
      if (away !== undefined && (nearest === undefined || away < least)) {
        nearest = other
        least = away
      }
    }
  }
  return $multi(nearest, least)
}

import { revive } from './lives.ts'
import { CLASS } from './people.ts'
import { AMMO_PACK, MEDKIT } from './weapons.ts'
import { apart, armsOf, clockOf, living, type Player, type World } from './world.ts'

const REACH = 75
const NEEDLE_MS = 1_000
const PACK_HEALTH = 20
/** The body must have lain this long before anybody has run up to it with the needle ready, ms. */
const SOONEST_MS = 500
const HESITATES_MS = 2_600

/** The wounded mate whom a medic goes for: a supporter looks farther and does not hesitate. */
export function patientOf(world: World, medic: Player): Player | undefined {
  if (medic.player_class !== CLASS.medic) return undefined
  const { supports } = medic.person
  if (medic.enemy !== undefined && !world.chance.chance(supports)) return undefined
  const reach = 300 + 900 * supports
  let nearest: Player | undefined
  let least = reach
  for (const mate of world.players) {
    if (mate.state !== 'downed' || mate.team !== medic.team) continue
    const far = apart(mate.at, medic.at)
    if (far < least) {
      nearest = mate
      least = far
    }
  }
  return nearest
}

/** Revives who lies at the medic's feet; true if the frame is spent with it. */
export function help(world: World, medic: Player): boolean {
  const clock = clockOf(world)
  const patient = patientOf(world, medic)
  if (patient === undefined || apart(patient.at, medic.at) > REACH || clock < medic.works_until) return false
  if (clock - patient.died_ms < SOONEST_MS + (1 - medic.person.supports) * HESITATES_MS) return false
  medic.works_until = clock + NEEDLE_MS
  revive(world, medic, patient)
  return true
}

/** Hands a pack to a mate near by who needs one. */
export function handOut(world: World, player: Player): void {
  const clock = clockOf(world)
  const medic = player.player_class === CLASS.medic
  if ((!medic && player.player_class !== CLASS.fieldops) || player.enemy !== undefined || clock < player.works_until)
    return
  const mate = living(world, player.team).find(
    (one) => one !== player && apart(one.at, player.at) < 120 && (medic ? one.health < 60 : one.clip < 10),
  )
  if (mate === undefined) return
  const pack = medic ? MEDKIT : AMMO_PACK
  player.works_until = clock + NEEDLE_MS
  world.server.set(player.slot, { 'ps.weapon': pack })
  world.server.call('et_WeaponFire', player.slot, pack)
  world.server.call('et_Print', `${medic ? 'Health' : 'Ammo'}_Pack: ${player.slot} ${mate.slot}\n`)
  if (medic) {
    mate.health += PACK_HEALTH
    world.stale.add(mate)
    world.server.set(mate.slot, { health: mate.health, 'pers.lasthealth_client': player.slot })
  } else {
    mate.clip = armsOf(mate).gun.clip
    world.server.set(mate.slot, { 'pers.lastammo_client': player.slot })
  }
}

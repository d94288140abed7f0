/** Shots: from where, in which direction. */
import { clock } from './clock.ts'
import { originOf, readVector } from './engine.ts'
import { onShot } from './events.ts'
import type { Person } from './people.ts'
import { recordLater } from './schedule.ts'

/** What is used, and not fired: syringe, ammo pack, health pack, binoculars, pliers, detonator, adrenaline. */
const TOOLS: Readonly<Record<number, true>> = {
  11: true,
  12: true,
  19: true,
  20: true,
  21: true,
  28: true,
  44: true,
}

/** Adds work of a sensor for every shot of a hand weapon; the engine calls the use of a tool one too. */
export function onWeaponShot(sensor: string, work: (person: Person, weapon: number) => void): void {
  onShot(sensor, (person, weapon) => {
    if (TOOLS[weapon] === undefined) work(person, weapon)
  })
}

export function recordShots(): void {
  onWeaponShot('shot_fired', (person, weapon) => {
    const origin = originOf(person.slot)
    const angles = readVector(person.slot, 'ps.viewangles')
    if (origin === undefined || angles === undefined) return
    recordLater('shot_fired', {
      time_ms: clock.now_ms,
      guid: person.guid,
      weapon_id: weapon,
      x: origin[0],
      y: origin[1],
      z: origin[2],
      yaw: angles[1],
      pitch: angles[0],
    })
  })
}

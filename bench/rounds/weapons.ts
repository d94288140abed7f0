import type { PlayerClass } from '../../src/format/codec.ts'
import type { Side } from './world.ts'

const KNIFE = 1
const SYRINGE = 11

/** What a player carries: his gun, and what he takes into his hands between fights. */
export function gunOf(player_class: PlayerClass, side: Side): number {
  const axis = side === 'AXIS'
  if (player_class === 'COVERTOPS') return axis ? 32 : 10
  if (player_class === 'SOLDIER') return axis ? 3 : 54
  return axis ? 3 : 8
}

export function sidearms(player_class: PlayerClass, side: Side): readonly number[] {
  const axis = side === 'AXIS'
  return [axis ? 4 : 9, axis ? 2 : 7, player_class === 'MEDIC' ? SYRINGE : KNIFE]
}

const MEANS: Readonly<Record<number, number>> = { 3: 8, 8: 9, 10: 10, 32: 13, 54: 66, 4: 16, 9: 18, 2: 6, 7: 7 }

/** The means of death that belongs to a weapon. */
export function meansOf(weapon: number): number {
  return MEANS[weapon] ?? 0
}

export const MEANS_FALLING = 32
export const MEANS_SUICIDE = 33

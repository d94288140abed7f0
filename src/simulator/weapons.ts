import { CLASS, type ClassNumber } from './people.ts'

/** A weapon with the engine's numbers (2.85): its own, its means of death, its row of statistics. */
export interface Weapon {
  readonly wp: number
  readonly mod: number
  readonly mod_name: string
  readonly row: number
  /** Of one hit, before regions and distance. */
  readonly damage: number
  /** Between two shots, ms. */
  readonly shot_ms: number
  readonly clip: number
  /** Whether a hit is tested against head, arms and legs. */
  readonly regions: boolean
  /** Damage and radius of the explosion; absent for bullets. */
  readonly splash?: readonly [damage: number, radius: number]
}

function gun(
  wp: number,
  mod: number,
  mod_name: string,
  row: number,
  damage: number,
  shot_ms: number,
  clip: number,
): Weapon {
  return { wp, mod, mod_name, row, damage, shot_ms, clip, regions: true }
}

const MP40 = gun(3, 8, 'MOD_MP40', 4, 18, 150, 30)
const THOMPSON = gun(8, 9, 'MOD_THOMPSON', 5, 18, 150, 30)
const STEN = gun(10, 10, 'MOD_STEN', 6, 14, 150, 32)
const MP34 = gun(54, 66, 'MOD_MP34', 26, 14, 150, 32)
const KAR98 = gun(23, 38, 'MOD_KAR98', 23, 34, 400, 10)
const CARBINE = gun(24, 37, 'MOD_CARBINE', 22, 34, 400, 10)
const LUGER = gun(2, 6, 'MOD_LUGER', 2, 18, 400, 8)
const COLT = gun(7, 7, 'MOD_COLT', 3, 18, 400, 8)
const MG42: Weapon = { ...gun(47, 44, 'MOD_MOBILE_MG42', 20, 18, 100, 150), regions: false }
const BROWNING: Weapon = { ...gun(50, 62, 'MOD_MOBILE_BROWNING', 21, 18, 100, 150), regions: false }
const KNIFE: Weapon = { ...gun(1, 5, 'MOD_KNIFE', 0, 10, 200, 1), regions: false }
const KABAR: Weapon = { ...gun(48, 61, 'MOD_KNIFE_KABAR', 1, 10, 200, 1), regions: false }

function explosive(wp: number, mod: number, mod_name: string, row: number, damage: number, radius: number): Weapon {
  return { wp, mod, mod_name, row, damage: 0, shot_ms: 1_600, clip: 1, regions: false, splash: [damage, radius] }
}

const STICK = explosive(4, 16, 'MOD_GRENADE_LAUNCHER', 11, 250, 250)
const PINEAPPLE = explosive(9, 18, 'MOD_GRENADE_PINEAPPLE', 11, 250, 250)
const PANZERFAUST = explosive(5, 15, 'MOD_PANZERFAUST', 8, 400, 300)
const BAZOOKA = explosive(53, 64, 'MOD_BAZOOKA', 9, 400, 300)
export const DYNAMITE = explosive(15, 22, 'MOD_DYNAMITE', 14, 400, 400)
export const AIRSTRIKE = explosive(22, 23, 'MOD_AIRSTRIKE', 15, 400, 400)

export const SYRINGE = 11
export const SYRINGE_ROW = 27
export const MEDKIT = 19
export const AMMO_PACK = 12
export const PLIERS = 21

/** Means of death that need no weapon. */
export const MEANS = { falling: 32, suicide: 33, switch_team: 59, shove: 60 } as const
export const MEANS_NAMES: Readonly<Record<number, string>> = {
  [MEANS.falling]: 'MOD_FALLING',
  [MEANS.suicide]: 'MOD_SUICIDE',
  [MEANS.switch_team]: 'MOD_SWITCHTEAM',
  [MEANS.shove]: 'MOD_SHOVE',
}

/** What a player of a class carries on a side; at the swap of sides each weapon becomes its twin. */
export function arms(player_class: ClassNumber, axis: boolean, rifle: boolean) {
  const smg = axis ? MP40 : THOMPSON
  const primaries: Readonly<Record<ClassNumber, Weapon>> = {
    [CLASS.soldier]: rifle ? (axis ? MG42 : BROWNING) : smg,
    [CLASS.medic]: smg,
    [CLASS.engineer]: rifle ? (axis ? KAR98 : CARBINE) : smg,
    [CLASS.fieldops]: smg,
    [CLASS.covertops]: axis ? MP34 : STEN,
  }
  return {
    gun: primaries[player_class],
    pistol: axis ? LUGER : COLT,
    knife: axis ? KNIFE : KABAR,
    grenade: axis ? STICK : PINEAPPLE,
    rocket: axis ? PANZERFAUST : BAZOOKA,
  }
}

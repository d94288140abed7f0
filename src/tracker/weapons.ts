/** What the engine's numbers for means of death stand for (bg_public.h, bg_misc.c; stable since release 2.77). */

/** Names by number, without `MOD_`. */
const NAMES: readonly string[] = [
  'UNKNOWN',
  'MACHINEGUN',
  'BROWNING',
  'MG42',
  'GRENADE',
  'KNIFE',
  'LUGER',
  'COLT',
  'MP40',
  'THOMPSON',
  'STEN',
  'GARAND',
  'SILENCER',
  'FG42',
  'FG42SCOPE',
  'PANZERFAUST',
  'GRENADE_LAUNCHER',
  'FLAMETHROWER',
  'GRENADE_PINEAPPLE',
  'MAPMORTAR',
  'MAPMORTAR_SPLASH',
  'KICKED',
  'DYNAMITE',
  'AIRSTRIKE',
  'SYRINGE',
  'AMMO',
  'ARTY',
  'WATER',
  'SLIME',
  'LAVA',
  'CRUSH',
  'TELEFRAG',
  'FALLING',
  'SUICIDE',
  'TARGET_LASER',
  'TRIGGER_HURT',
  'EXPLOSIVE',
  'CARBINE',
  'KAR98',
  'GPG40',
  'M7',
  'LANDMINE',
  'SATCHEL',
  'SMOKEBOMB',
  'MOBILE_MG42',
  'SILENCED_COLT',
  'GARAND_SCOPE',
  'CRUSH_CONSTRUCTION',
  'CRUSH_CONSTRUCTIONDEATH',
  'CRUSH_CONSTRUCTIONDEATH_NOATTACKER',
  'K43',
  'K43_SCOPE',
  'MORTAR',
  'AKIMBO_COLT',
  'AKIMBO_LUGER',
  'AKIMBO_SILENCEDCOLT',
  'AKIMBO_SILENCEDLUGER',
  'SMOKEGRENADE',
  'SWAP_PLACES',
  'SWITCHTEAM',
  'SHOVE',
  'KNIFE_KABAR',
  'MOBILE_BROWNING',
  'MORTAR2',
  'BAZOOKA',
  'BACKSTAB',
  'MP34',
]

/** The weapon of each means of death that has one. */
const WEAPONS: Readonly<Record<number, number>> = {
  1: 30,
  2: 49,
  3: 30,
  5: 1,
  6: 2,
  7: 7,
  8: 3,
  9: 8,
  10: 10,
  11: 25,
  12: 14,
  13: 32,
  14: 42,
  15: 5,
  16: 4,
  17: 6,
  18: 9,
  22: 15,
  23: 22,
  24: 11,
  25: 12,
  26: 20,
  37: 24,
  38: 23,
  39: 37,
  40: 38,
  41: 26,
  42: 27,
  43: 29,
  44: 30,
  45: 39,
  46: 40,
  50: 31,
  51: 41,
  52: 34,
  53: 35,
  54: 36,
  55: 45,
  56: 46,
  57: 22,
  61: 48,
  62: 49,
  63: 51,
  64: 53,
  66: 54,
}

/** Means of death whose hits raise the attacker's counters of regions (bg_misc.c: headshots are tested). */
const REGIONAL: readonly number[] = [6, 7, 8, 9, 10, 11, 12, 13, 14, 37, 38, 45, 46, 50, 51, 53, 54, 55, 56, 66]

/** Change of side: the player leaves the world by himself, and nobody hurt him. */
export const MOD_SWITCHTEAM = 59

/** The engine's name of a means of death. */
export function modName(mod: number): string {
  return `MOD_${NAMES[mod] ?? 'UNKNOWN'}`
}

/** The weapon that a means of death belongs to; undefined for the world's. */
export function weaponOf(mod: number): number | undefined {
  return WEAPONS[mod]
}

/** True for bullets that hit a region of the body. */
export function hasRegion(mod: number): boolean {
  return REGIONAL.includes(mod)
}

/** The weapon behind each means of death, copied from the engine's own tables; undefined where there is none. */
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
  47: 21,
  48: 21,
  49: 21,
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

/** The numbers that occur in the recordings or that the rules name. */
const NAMES: Readonly<Record<number, string>> = {
  5: 'MOD_KNIFE',
  6: 'MOD_LUGER',
  7: 'MOD_COLT',
  8: 'MOD_MP40',
  9: 'MOD_THOMPSON',
  10: 'MOD_STEN',
  11: 'MOD_GARAND',
  12: 'MOD_SILENCER',
  13: 'MOD_FG42',
  14: 'MOD_FG42SCOPE',
  15: 'MOD_PANZERFAUST',
  16: 'MOD_GRENADE_LAUNCHER',
  17: 'MOD_FLAMETHROWER',
  18: 'MOD_GRENADE_PINEAPPLE',
  32: 'MOD_FALLING',
  33: 'MOD_SUICIDE',
  37: 'MOD_CARBINE',
  38: 'MOD_KAR98',
  39: 'MOD_GPG40',
  40: 'MOD_M7',
  45: 'MOD_SILENCED_COLT',
  50: 'MOD_K43',
  59: 'MOD_SWITCHTEAM',
}

export const SWITCH_TEAM = 59

export function weaponOf(mod: number): number | undefined {
  return WEAPONS[mod]
}

export function meansName(mod: number): string | undefined {
  return NAMES[mod]
}

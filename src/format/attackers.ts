import { type Attacker, flag, guid, INTEGER_LIMIT, int, ms, team, text } from './codec.ts'
import { writeNumber } from './number.ts'
import { writeFields } from './row.ts'

/** The plain fields of one attacker of an engagement, joined by `,`; the pairs of weapon and hits follow. */
export const ATTACKER_FIELDS = [
  ['guid', guid],
  ['name', text],
  ['team', team],
  ['damage', int, 'hit points'],
  ['hits', int],
  ['first_hit_ms', ms],
  ['last_hit_ms', ms],
  ['got_kill', flag],
] as const

/** The text of one attacker; undefined if it holds a value that cannot be written. */
export function writeAttacker(attacker: Attacker): string | undefined {
  const columns: string[] = []
  if (writeFields(ATTACKER_FIELDS, attacker, columns) !== undefined) return undefined
  const weapons = writeWeapons(attacker.weapons)
  if (weapons === undefined) return undefined
  columns.push(weapons)
  return columns.join(',')
}

/** Every pair ends with `;`, the last one too; `0:0` stands for no weapon known. */
function writeWeapons(weapons: Attacker['weapons']): string | undefined {
  let pairs = ''
  for (let i = 0; i < weapons.length; i++) {
    const pair = weapons[i] as readonly [number, number]
    const weapon = writeNumber(pair[0], 0, INTEGER_LIMIT)
    const hits = writeNumber(pair[1], 0, INTEGER_LIMIT)
    if (weapon === undefined || hits === undefined) return undefined
    pairs = `${pairs}${weapon}:${hits};`
  }
  return pairs === '' ? '0:0' : pairs
}

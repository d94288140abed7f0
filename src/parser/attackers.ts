import { type Attacker, TEAMS, type Team } from '../format/codec.ts'
import { decodeText } from '../format/file-text.ts'
import { MAX_ATTACKERS, MAX_TEXT_BYTES, MAX_WEAPONS } from './limits.ts'
import { wholeNumber } from './numbers.ts'
import type { BadPoint } from './points.ts'
import { quoted } from './problems.ts'
import { type Texts, textAt } from './text.ts'

const COMMA = 44
const ZERO = 48
const ONE = 49
const COLON = 58
const SEMICOLON = 59
const BAR = 124
// guid,name,team,damage,hits,first_hit,last_hit,got_kill,weapons
const FIELDS = 9
const commas = new Int32Array(64)

/**
 * Reads the attackers column: elements joined by `|`, of nine fields joined by `,`, the last one `id:count` pairs that
 * each end with `;` (section 6 of the format). A name that holds commas (3.0) is found from both ends of its element.
 */
export function readAttackers(texts: Texts, start: number, end: number, bad: BadPoint): Attacker[] {
  const found: Attacker[] = []
  let at = start
  while (at < end) {
    if (found.length >= MAX_ATTACKERS) {
      bad(() => `more than ${MAX_ATTACKERS} attackers`)
      return found
    }
    const stop = placeOf(BAR, texts.bytes, at, end)
    const attacker = readAttacker(texts, at, stop)
    if (typeof attacker === 'string') {
      const element = decodeText(texts.bytes, at, Math.min(stop, at + 200))
      bad(() => `the attacker ${quoted(element)} has ${attacker}`)
    } else {
      const twin = found.findIndex((other) => other.guid !== '' && other.guid === attacker.guid)
      if (twin !== -1) {
        bad(() => `the attacker ${quoted(attacker.guid)} stands twice; the later one counts`)
        found.splice(twin, 1)
      }
      found.push(attacker)
      texts.listed += 1 + attacker.weapons.length
    }
    at = stop + 1
  }
  return found
}

/** The attacker between two places, or what is wrong with it. */
function readAttacker(texts: Texts, start: number, end: number): Attacker | string {
  const { bytes } = texts
  let count = 0
  for (let i = start; i < end; i++) {
    if (bytes[i] === COMMA && count < commas.length) commas[count++] = i
  }
  if (count < FIELDS - 1) return `${count + 1} fields, expected ${FIELDS}`
  const first = commas[0] as number
  const nameEnd = commas[count - (FIELDS - 2)] as number
  if (nameEnd - start > MAX_TEXT_BYTES) return 'too long a name'
  // where a field of the nine begins, counted from the element's end: only the name may hold commas
  const field = (n: number) => (commas[count - FIELDS + n] as number) + 1
  const number = (n: number) => wholeNumber(bytes, field(n), field(n + 1) - 1)
  const team = textAt(texts, field(2), field(3) - 1) as Team
  if (!TEAMS.includes(team)) return 'no valid team'
  const damage = number(3)
  if (Number.isNaN(damage)) return 'no valid damage'
  const hits = number(4)
  if (Number.isNaN(hits)) return 'no valid hits'
  const first_hit_ms = number(5)
  if (Number.isNaN(first_hit_ms)) return 'no valid first_hit_ms'
  const last_hit_ms = number(6)
  if (Number.isNaN(last_hit_ms)) return 'no valid last_hit_ms'
  const kill = bytes[field(7)]
  if (field(8) !== field(7) + 2 || (kill !== ONE && kill !== ZERO)) return 'no valid got_kill'
  const weapons = readWeapons(bytes, field(8), end)
  if (weapons === undefined) return 'no valid weapons'
  const guid = textAt(texts, start, first)
  const name = textAt(texts, first + 1, nameEnd)
  if (texts.hasNul && (guid.includes('\0') || name.includes('\0'))) return 'a NUL byte'
  return { guid, name, team, damage, hits, first_hit_ms, last_hit_ms, got_kill: kill === ONE, weapons }
}

/** The pairs of weapon and hits, or undefined. */
function readWeapons(bytes: Uint8Array, start: number, end: number): (readonly [number, number])[] | undefined {
  const pairs: (readonly [number, number])[] = []
  let at = start
  while (at < end) {
    const stop = placeOf(SEMICOLON, bytes, at, end)
    const colon = placeOf(COLON, bytes, at, stop)
    if (colon === stop) return undefined
    const weapon = wholeNumber(bytes, at, colon)
    const hits = wholeNumber(bytes, colon + 1, stop)
    if (Number.isNaN(weapon + hits) || pairs.length >= MAX_WEAPONS) return undefined
    // `0:0` stands for "no weapon known"
    if (weapon !== 0 || hits !== 0) pairs.push([weapon, hits])
    at = stop + 1
  }
  return pairs
}

/** The first place of a byte from `at` on, or `end`. The file's own search would run on behind `end`. */
function placeOf(byte: number, bytes: Uint8Array, at: number, end: number): number {
  let place = at
  while (place < end && bytes[place] !== byte) place += 1
  return place
}

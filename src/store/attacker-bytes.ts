import { emptyBytes, LONGEST_NUMBER, putNumber, reserve, takeNumber, written } from './byte-numbers.ts'

/** An attacker as stored. */
export interface StoredAttacker {
  readonly name_no: number
  /** Index into TEAMS. */
  readonly team: number
  readonly damage: number
  readonly hits: number
  readonly first_hit_ms: number
  readonly last_hit_ms: number
  readonly got_kill: boolean
  readonly weapons: readonly (readonly [weapon: number, hits: number])[]
}

// the plain numbers of an attacker
const NUMBERS = 8

/**
 * The attackers of an engagement as bytes, for each: number of his name, team, damage, hits, first hit (from that of the
 * attacker before, or from 0), last hit from the first, kill or not, how many weapons, and each weapon with its hits.
 * The SQL function proximity_attackers_json reads the same bytes.
 */
export function attackersBytes(attackers: readonly StoredAttacker[]): Uint8Array {
  const bytes = emptyBytes(attackers.length * 16)
  let before = 0
  for (const one of attackers) {
    reserve(bytes, (NUMBERS + 2 * one.weapons.length) * LONGEST_NUMBER)
    putNumber(bytes, one.name_no)
    putNumber(bytes, one.team)
    putNumber(bytes, one.damage)
    putNumber(bytes, one.hits)
    putNumber(bytes, one.first_hit_ms - before)
    putNumber(bytes, one.last_hit_ms - one.first_hit_ms)
    putNumber(bytes, one.got_kill ? 1 : 0)
    putNumber(bytes, one.weapons.length)
    for (const [weapon, hits] of one.weapons) {
      putNumber(bytes, weapon)
      putNumber(bytes, hits)
    }
    before = one.first_hit_ms
  }
  return written(bytes)
}

/** The attackers that {@link attackersBytes} made these bytes of. */
export function attackersOf(data: Uint8Array): StoredAttacker[] {
  const bytes = { data, at: 0 }
  const attackers: StoredAttacker[] = []
  let before = 0
  while (bytes.at < data.length) {
    const name_no = takeNumber(bytes)
    const team = takeNumber(bytes)
    const damage = takeNumber(bytes)
    const hits = takeNumber(bytes)
    const first_hit_ms = before + takeNumber(bytes)
    const last_hit_ms = first_hit_ms + takeNumber(bytes)
    const got_kill = takeNumber(bytes) === 1
    const weapons = Array.from({ length: takeNumber(bytes) }, (): [number, number] => [
      takeNumber(bytes),
      takeNumber(bytes),
    ])
    attackers.push({ name_no, team, damage, hits, first_hit_ms, last_hit_ms, got_kill, weapons })
    before = first_hit_ms
  }
  return attackers
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { ENGINE, type Truth } from './oracle.ts'

/** Row of the engine's weapon statistics that counts a weapon, for those that were used. */
const ROWS: Readonly<Record<number, number>> = {
  2: 2,
  3: 4,
  4: 11,
  5: 8,
  7: 3,
  8: 5,
  9: 11,
  10: 6,
  24: 22,
  25: 24,
  32: 7,
  39: 3,
}

/** Headshots, hits and kills of a player with the weapons of one row. */
export interface Counts {
  readonly slot: number
  readonly row: number
  readonly headshots: number
  readonly hits: number
  readonly kills: number
}

/**
 * What the engine itself counted in the round, for players who stayed: it counts hits on living enemies alone. Without
 * shots, because it also counts the grenade that a dying player lets go.
 */
export function engineCounts({ recording, connections }: Truth): Counts[] {
  const first = new Map<string, number[]>()
  const last = new Map<string, number[]>()
  for (const text of gunzipSync(readFileSync(join(ENGINE, `${recording}.jsonl.gz`)))
    .toString('utf8')
    .split('\n')) {
    if (!text.startsWith('["ws"')) continue
    const [, slot, row, counts] = JSON.parse(text)
    const key = `${slot} ${row}`
    if (!first.has(key)) first.set(key, counts)
    last.set(key, counts)
  }
  return [...last].flatMap(([key, now]) => {
    const [slot, row] = key.split(' ').map(Number) as [number, number]
    const since = (i: number) => (now[i] as number) - (first.get(key)?.[i] as number)
    const counts = { slot, row, headshots: since(2), hits: since(3), kills: since(4) }
    const stayed = connections.filter((connection) => connection.slot === slot).length === 1
    return stayed && Object.values(ROWS).includes(row) && counts.hits + counts.kills > 0 ? [counts] : []
  })
}

/** The same from what the oracle made of the calls. */
export function oracleCounts({ accuracy, connections }: Truth): Counts[] {
  const counts = new Map<string, Counts>()
  for (const { guid, weapon, headshots, hits, kills } of accuracy) {
    const own = connections.filter((connection) => connection.guid === guid)
    const row = ROWS[weapon]
    if (own.length !== 1 || row === undefined || hits + kills === 0) continue
    const slot = own[0]?.slot as number
    const known = counts.get(`${slot} ${row}`) ?? { slot, row, headshots: 0, hits: 0, kills: 0 }
    counts.set(`${slot} ${row}`, {
      slot,
      row,
      headshots: known.headshots + headshots,
      hits: known.hits + hits,
      kills: known.kills + kills,
    })
  }
  return [...counts.values()]
}

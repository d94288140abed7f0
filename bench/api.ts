import type { Asked } from './api-case.ts'
import { apiTable } from './api-table.ts'
import type { BenchSettings } from './bench.ts'
import { isolated } from './cases.ts'
import { ask, dropDatabase, newDatabase } from './database.ts'
import { atMost, type Measured } from './measured.ts'

const DAYS_30 = '30 days'
const ALL = 'all'
const DATE = 'one date'

const P99_MS: Readonly<Record<string, number>> = { [DATE]: 50, [DAYS_30]: 50, [ALL]: 150 }

const SIZES = { quick: [12, 60], full: [60, 600, 3_000] } as const
/** Of 200 times the 99th hundredth is the second worst: of 100 it would be the worst, which tells of the machine. */
const REQUESTS = { quick: 10, full: 200 } as const
/** The same rounds in a larger database may take this much longer: a few more levels of an index. */
const GROWTH = 1.5

/** How fast the API answers, by endpoint, scope and size of the database. */
export async function api({ corpora, postgres, quick }: BenchSettings): Promise<Measured[]> {
  const folder = corpora.find(({ name }) => name === 'v42')?.folder ?? ''
  const requests = quick ? REQUESTS.quick : REQUESTS.full
  const sizes = quick ? SIZES.quick : SIZES.full
  const end_unix = Math.floor(Date.now() / 1_000)
  const url = await newDatabase(await postgres())
  const location = { url }
  const measured: Measured[] = []
  const bySize = new Map<number, readonly Asked[]>()
  try {
    await isolated('prepare', { location })
    let from = 0
    for (const rounds of sizes) {
      const perSecond = await isolated('season', { location, folder, from, to: rounds, end_unix })
      measured.push({ bench: 'api', what: `import of rounds ${from + 1} to ${rounds}`, value: perSecond, unit: '/s' })
      from = rounds
      // what the server does by itself, some minutes after so many rows
      await ask(url, 'vacuum analyze')
      const [newest] = await ask(url, 'select max(session_date)::text as date from rounds')
      const scopes = {
        [DATE]: `session_date=${newest?.date}`,
        [DAYS_30]: 'range_days=30',
        [ALL]: 'range_days=3650',
      }
      const ways = [{ over: 'call', cached: false } as const]
      const asked = await isolated('api', { location, requests, scopes, ways })
      bySize.set(rounds, asked)
      measured.push(...asked.map((one) => figureOf(one, rounds)))
      if (rounds !== sizes.at(-1)) continue
      const overSocket = [
        { over: 'socket', cached: false },
        { over: 'socket', cached: true },
      ] as const
      const socket = await isolated('api', {
        location,
        requests,
        scopes: { [DAYS_30]: scopes[DAYS_30] },
        ways: overSocket,
      })
      measured.push(...socket.map((one) => figureOf(one, rounds)))
    }
  } finally {
    await dropDatabase(url)
  }
  measured.push(...growthOf(bySize))
  console.log(
    `\nanswers computed each time, without a socket and without room for ready answers, ${requests} requests after a tenth as many unmeasured ones`,
  )
  console.log(apiTable(bySize, [DAYS_30, ALL], shortened))
  return measured
}

function figureOf({ path, scope, over, cached, median_ms, p99_ms }: Asked, rounds: number): Measured {
  const most = P99_MS[scope ?? DAYS_30]
  const words = [scope ?? 'no scope', over === 'call' ? 'no socket' : 'socket', cached ? 'ready answer' : 'computed']
  return {
    bench: `api, ${rounds} rounds`,
    what: `${shortened(path)}, ${words.join(', ')}: p99`,
    value: p99_ms,
    unit: 'ms',
    median: median_ms,
    ...(most === undefined ? {} : { target: atMost(most) }),
  }
}

/** How much slower the same 30 days are answered by a database with a longer past. */
function growthOf(bySize: ReadonlyMap<number, readonly Asked[]>): Measured[] {
  const [before, after] = [...bySize.keys()].slice(-2)
  if (before === undefined || after === undefined) return []
  return (bySize.get(after) ?? []).flatMap((one) => {
    const earlier = bySize.get(before)?.find(({ path, scope }) => path === one.path && scope === one.scope)
    if (one.scope !== DAYS_30 || earlier === undefined) return []
    return [
      {
        bench: 'api, growth',
        what: `${shortened(one.path)}, ${DAYS_30}: ${after} rounds / ${before} rounds`,
        value: one.median_ms / earlier.median_ms,
        unit: '',
        target: atMost(GROWTH),
      },
    ]
  })
}

function shortened(path: string): string {
  return path.replace('/api/proximity/', '').replace(/[0-9A-F]{32}|\d+/, '*')
}

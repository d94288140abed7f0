import type { BenchSettings } from './bench.ts'
import { isolated } from './cases.ts'
import { ask, dropDatabase, newDatabase } from './database.ts'
import { atMost, type Measured } from './measured.ts'

const KB_PER_ROUND: Readonly<Record<string, number>> = { v42: 250, current: 900 }
const BYTES_PER_SAMPLE = 8
const RAW_SHARE = 0.25
/** Tables smaller than this share of the whole are summed up. */
const SMALL = 0.01

/** How much room a round takes in PostgreSQL: facts and everything derived from them, with indexes. */
export async function sizes({ corpora, postgres }: BenchSettings): Promise<Measured[]> {
  const measured: Measured[] = []
  for (const { name, folder } of corpora) {
    const url = await newDatabase(await postgres())
    try {
      await isolated('prepare', { location: { url } })
      const empty = await tableSizes(url)
      const { rounds } = await isolated('import', { location: { url }, folder })
      measured.push(...(await figuresOf(url, name, rounds, empty)))
    } finally {
      await dropDatabase(url)
    }
  }
  return measured
}

/** Bytes of each table with its indexes and everything out of line. */
async function tableSizes(url: string): Promise<ReadonlyMap<string, number>> {
  await ask(url, 'vacuum analyze')
  const rows = await ask(
    url,
    `select relname as name, pg_total_relation_size(oid)::float8 as bytes
      from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  )
  return new Map(rows.map(({ name, bytes }) => [String(name), Number(bytes)]))
}

/** Per round; what the empty tables take is taken off. */
async function figuresOf(
  url: string,
  corpus: string,
  rounds: number,
  empty: ReadonlyMap<string, number>,
): Promise<Measured[]> {
  const bench = `size ${corpus}`
  const grown = [...(await tableSizes(url))].map(([name, bytes]) => ({ name, bytes: bytes - (empty.get(name) ?? 0) }))
  const kept = grown.filter(({ name }) => name !== 'round_file').sort((a, b) => b.bytes - a.bytes)
  const sum = (tables: readonly { readonly bytes: number }[]) => tables.reduce((total, { bytes }) => total + bytes, 0)
  const line = (what: string, bytes: number) => ({ bench, what, value: bytes / 1_000 / rounds, unit: 'kB' })
  const most = KB_PER_ROUND[corpus]
  const small = kept.filter(({ bytes }) => bytes < SMALL * sum(kept))
  const [found] = await ask(
    url,
    `select (select sum(samples) from fact_player_tracks)::float8 as samples,
      sum(pg_column_size(raw))::float8 as raw, sum(size_bytes)::float8 as text from round_file`,
  )
  const tracks = grown.find(({ name }) => name === 'fact_player_tracks')?.bytes ?? 0
  return [
    {
      ...line('facts, derived, indexes per round', sum(kept)),
      ...(most === undefined ? {} : { target: atMost(most) }),
    },
    ...kept.filter((one) => !small.includes(one)).map(({ name, bytes }) => line(`  ${name}`, bytes)),
    line(`  ${small.length} small tables`, sum(small)),
    {
      bench,
      what: 'position sample',
      value: tracks / Number(found?.samples),
      unit: 'B',
      target: atMost(BYTES_PER_SAMPLE),
    },
    {
      bench,
      what: 'raw file / text',
      value: Number(found?.raw) / Number(found?.text),
      unit: '',
      target: atMost(RAW_SHARE),
    },
  ]
}

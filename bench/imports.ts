import { join } from 'node:path'
import type { BenchSettings } from './bench.ts'
import { isolated } from './cases.ts'
import { type Corpus, filesIn, writeRounds } from './corpus.ts'
import { dropDatabase, newDatabase } from './database.ts'
import { atLeast, atMost, type Measured } from './measured.ts'
import type { RoundFile } from './rounds/round-file.ts'
import { season } from './rounds/season.ts'
import { median } from './statistics.ts'

const RUNS = 3
const ENGINES = ['postgres', 'pglite'] as const
type Engine = (typeof ENGINES)[number]

// the embedded database is for small groups: it is shown beside the server, but not measured against its targets
const ROUNDS_PER_SECOND: Readonly<Record<string, number>> = { 'v42 season, postgres': 30, 'current, postgres': 10 }
/** Rounds of a season: the code of a process that has just started takes a second to become fast. */
const SEASON = 300
const BIG_ROUND_S = 2
const PEAK_MEMORY_MB = 500
/** What nobody who waits for a page notices. */
const BLOCK_MS = 50

/** How fast rounds come from a folder into an empty database, and what that costs the process. */
export async function imports(settings: BenchSettings): Promise<Measured[]> {
  const measured: Measured[] = []
  const written = settings.corpora.filter(({ name }) => !name.startsWith('conformance'))
  for (const engine of ENGINES) {
    const longer = engine === 'postgres' && !settings.quick ? await seasonOf(settings) : []
    for (const corpus of [...written, ...longer]) {
      const runs: Run[] = []
      for (let run = 0; run < (settings.quick ? 1 : RUNS); run++) runs.push(await importInto(settings, engine, corpus))
      measured.push(...figuresOf(`${corpus.name}, ${engine}`, runs))
      if (engine === 'postgres' && corpus.name !== 'v42 season')
        measured.push(...(await oneByOne(settings, engine, corpus)))
    }
  }
  return measured
}

/** The rounds of the v4.2 kind again and again, as a folder that somebody has filled for weeks. */
async function seasonOf({ corpora, folder }: BenchSettings): Promise<ImportCorpus[]> {
  const base = await filesIn(corpora.find(({ name }) => name === 'v42')?.folder ?? '')
  const season_folder = join(folder, 'season')
  await writeRounds(season_folder, newest(base))
  return [{ name: 'v42 season', folder: season_folder }]
}

function* newest(base: readonly RoundFile[]): Generator<RoundFile> {
  let rounds = 0
  for (const file of season(base, Math.floor(Date.now() / 1_000))) {
    yield file
    rounds += 1
    if (rounds === SEASON) return
  }
}

interface ImportCorpus extends Pick<Corpus, 'folder'> {
  readonly name: Corpus['name'] | 'v42 season'
}

type Run = Awaited<ReturnType<typeof importInto>>

function figuresOf(corpus: string, runs: readonly Run[]): Measured[] {
  const bench = `import ${corpus}`
  const middle = (value: (run: Run) => number) => median(runs.map(value))
  const perRound = (value: (run: Run) => number) => middle((run) => value(run) / run.rounds)
  const onServer = corpus.endsWith('postgres')
  const least = ROUNDS_PER_SECOND[corpus]
  const speed = corpus.startsWith('big')
    ? { what: 'one round', value: middle(({ total_ms }) => total_ms) / 1_000, unit: 's' }
    : { what: 'rounds', value: middle(({ rounds, total_ms }) => (1_000 * rounds) / total_ms), unit: '/s' }
  const speedTarget = corpus.startsWith('big') ? atMost(BIG_ROUND_S) : least === undefined ? undefined : atLeast(least)
  return [
    { bench, ...speed, ...(onServer && speedTarget !== undefined ? { target: speedTarget } : {}) },
    { bench, what: 'one round, all in all', value: perRound(({ total_ms }) => total_ms), unit: 'ms' },
    { bench, what: '  processor, this process', value: perRound(({ cpu_ms }) => cpu_ms), unit: 'ms' },
    { bench, what: '  parse alone', value: perRound(({ parse_ms }) => parse_ms), unit: 'ms' },
    { bench, what: '  derive alone', value: perRound(({ derive_ms }) => derive_ms), unit: 'ms' },
    { bench, what: '  compress alone', value: perRound(({ compress_ms }) => compress_ms), unit: 'ms' },
    {
      bench,
      what: 'longest block of the event loop',
      value: middle((run) => run.longest_block_ms),
      unit: 'ms',
      ...(onServer ? { target: atMost(BLOCK_MS) } : {}),
    },
    {
      bench,
      what: 'peak memory',
      value: middle(({ peak_rss_mb }) => peak_rss_mb),
      unit: 'MB',
      ...(onServer ? { target: atMost(PEAK_MEMORY_MB) } : {}),
    },
  ]
}

/** The same without a second thread: what one round takes from beginning to end. */
async function oneByOne(settings: BenchSettings, engine: Engine, corpus: ImportCorpus): Promise<Measured[]> {
  const { rounds, total_ms, longest_block_ms } = await importInto(settings, engine, corpus, true)
  const bench = `import ${corpus.name}, ${engine}, one by one in one thread`
  return [
    { bench, what: 'one round, all in all', value: total_ms / rounds, unit: 'ms' },
    { bench, what: 'longest block of the event loop', value: longest_block_ms, unit: 'ms' },
  ]
}

async function importInto(
  { folder, postgres }: BenchSettings,
  engine: Engine,
  corpus: ImportCorpus,
  one_by_one = false,
) {
  if (engine === 'pglite') {
    const location = { folder: join(folder, `pglite-${corpus.name}-${performance.now()}`) }
    await isolated('prepare', { location })
    return await isolated('import', { location, folder: corpus.folder })
  }
  const url = await newDatabase(await postgres())
  try {
    await isolated('prepare', { location: { url } })
    return await isolated('import', { location: { url }, folder: corpus.folder, one_by_one })
  } finally {
    await dropDatabase(url)
  }
}

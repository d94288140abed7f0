import type { Corpus } from './corpus.ts'
import type { Measured } from './measured.ts'

export interface BenchSettings {
  readonly corpora: readonly Corpus[]
  /** A PostgreSQL that waits for the disk, as a superuser; started when it is first asked for. */
  readonly postgres: () => Promise<string>
  /** A folder for what a benchmark leaves on the disk. */
  readonly folder: string
  /** Less of everything, to see that it works. */
  readonly quick: boolean
}

export type Bench = (settings: BenchSettings) => Promise<Measured[]>

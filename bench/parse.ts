import type { BenchSettings } from './bench.ts'
import { isolated } from './cases.ts'
import { atLeast, atMost, type Measured } from './measured.ts'

/** How fast round files are parsed, beside a bare scan of the same bytes. */
export async function parse({ corpora, quick }: BenchSettings): Promise<Measured[]> {
  const measured: Measured[] = []
  for (const { name, folder } of corpora) {
    const found = await isolated('parse', { folder, runs: quick ? 5 : 15 })
    const bench = `parse ${name}`
    measured.push(
      { bench, what: 'parser', value: found.parse_mb_s, unit: 'MB/s', target: atLeast(200) },
      { bench, what: 'bare scan', value: found.scan_mb_s, unit: 'MB/s' },
      { bench, what: 'parser / scan', value: found.parse_mb_s / found.scan_mb_s, unit: '', target: atLeast(0.25) },
      { bench, what: 'problems', value: found.problems, unit: '', target: atMost(0) },
    )
  }
  return measured
}

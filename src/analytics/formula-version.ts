import { createHash } from 'node:crypto'
import { type Metric, withoutCitations } from '../metrics/definition.ts'
import { METRICS } from '../metrics/definitions.ts'

/** Changes when any formula does: from the definitions of all metrics with their versions (L-54). */
export const FORMULA_VERSION = createHash('sha256').update(JSON.stringify(METRICS)).digest('hex').slice(0, 12)

/** What each metric is, for its readers. */
export function definitions(): { readonly formula_version: string; readonly metrics: readonly Metric[] } {
  return { formula_version: FORMULA_VERSION, metrics: METRICS.map(readable) }
}

function readable(metric: Metric): Metric {
  const { definition, excludes, differs } = metric
  return {
    ...metric,
    definition: withoutCitations(definition),
    excludes: withoutCitations(excludes),
    differs: differs === null ? null : withoutCitations(differs),
  }
}

import { SECTIONS } from '../../src/format/sections.ts'
import { type Metric, withoutCitations } from '../../src/metrics/definition.ts'
import { METRICS } from '../../src/metrics/definitions.ts'

const INTRODUCTION = `# Metrics

Made from the definitions in \`src/metrics\`; do not edit by hand. Each metric has one definition, used by the tables, the
API and the page. All of them describe what happened; none of them rates a person.

Numbers are kept per round as sums and counts, so that a mean over many rounds is the sum of the sums divided by the sum
of the counts. A change of a formula raises its version; \`proximity rebuild\` makes the stored numbers anew.

Numbers are about people. A round with more bots than people counts nowhere. In every other round bots are no mates and no
enemies: engagements with them are counted apart, and the sums of the round leave out their lives. What a person did beside
them still counts as evidence: who fights a bot is not able to trade a mate. The tracker's own movement map, which names
nobody, is the one place where bots cannot be told from people.`

function range([min, max]: Metric['range']): string {
  return max === null ? `${min} or more` : `${min} to ${max}`
}

function metric(one: Metric): string {
  const names = one.inputs.map((key) => SECTIONS.find((section) => section.key === key)?.name ?? key)
  const rows = [
    ['unit', one.unit],
    ['out of', one.opportunities],
    ['leaves out', one.excludes === '' ? 'nothing' : one.excludes],
    ['range', range(one.range)],
    ['made from', names.join(', ')],
    ...(one.fields.length === 0 ? [] : [['stored in', one.fields.map((field) => `\`${field}\``).join(', ')]]),
    ['version', String(one.version)],
    ...(one.differs === null ? [] : [['the original', one.differs]]),
  ]
  const table = rows.map(([name, text]) => `| ${name} | ${text} |`).join('\n')
  return `## ${one.title}\n\n\`${one.name}\`: ${one.definition}\n\n| | |\n|---|---|\n${table}`
}

/** The text of docs/metrics.md. */
export function metricsDocument(): string {
  const differing = METRICS.filter(({ differs }) => differs !== null)
  const differences = differing.map(({ title, differs }) => `| ${title} | ${differs} |`).join('\n')
  const text = [
    INTRODUCTION,
    `## Where the original's numbers differ\n\n| metric | what the original does |\n|---|---|\n${differences}`,
    ...METRICS.map(metric),
  ].join('\n\n')
  return `${withoutCitations(text)}\n`
}

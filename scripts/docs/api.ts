import { z } from 'zod'
import { DIFFERENCES } from '../../src/contract/differences.ts'
import type { Endpoint } from '../../src/contract/endpoint.ts'
import { ENDPOINTS } from '../../src/contract/endpoints.ts'
import { problem } from '../../src/contract/problem.ts'

const INTRODUCTION = `# HTTP interface

Made from the contract in \`src/contract\`; do not edit by hand. A running server has the same as \`/openapi.json\` and, to
try out, at \`/docs\`. In TypeScript, \`createClient\` of \`src/contract/client.ts\` asks and is typed by the contract.

- Answers are JSON. A name is raw, with colour codes; a byte of it that is no UTF-8
  is one character, U+EF00 and the byte. A length of time is in milliseconds, \`*_unix\` in seconds since
  1970, a time within a round in milliseconds of the tracker's clock, a distance in game units.
- The parameters of the scope say which rounds are meant; all that is given must hold. Rounds that count for nothing
  (cut files, rounds of bots, test mode, impossible clocks) are left out, bots are in no list of players, and \`excluded\`
  says how much that is.
- An unknown parameter is refused with 400, a parameter that is no number with 422. Of a repeated parameter the last one
  counts. What cannot be found is 404, what the database does not give is 503, and a failure of the server is 500.
- Every answer about the data has an \`ETag\` and \`Cache-Control: no-cache\`: ask again with \`If-None-Match\`, and an answer
  that has not changed is 304. A new round shows at once.
- Every answer has an \`X-Request-ID\`, under which the server's log has the request. Only \`GET\` and \`HEAD\` are allowed,
  and \`POST\` for the upload.`

interface Schema {
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: Schema | boolean
  readonly items?: Schema
  readonly prefixItems?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly default?: unknown
  readonly description?: string
  readonly required?: readonly string[]
}

function schemaOf(type: z.ZodType, io: 'input' | 'output'): Schema {
  return z.toJSONSchema(type, { io, unrepresentable: 'any' }) as Schema
}

function isNull({ type }: Schema): boolean {
  return type === 'null'
}

/** A schema without its null. */
function inner(schema: Schema): Schema {
  const rest = schema.anyOf?.filter((one) => !isNull(one))
  return rest?.length === 1 ? { ...rest[0], description: schema.description ?? rest[0]?.description ?? '' } : schema
}

function typeOf(schema: Schema): string {
  if (schema.anyOf !== undefined) return schema.anyOf.map(typeOf).join(' or ')
  if (schema.const !== undefined) return `\`${schema.const}\``
  if (schema.enum !== undefined) return schema.enum.map((word) => `\`${word}\``).join(', ')
  if (schema.prefixItems !== undefined) return `[${schema.prefixItems.map(typeOf).join(', ')}]`
  if (schema.type === 'array') {
    const items = inner(schema.items ?? {})
    return items.properties === undefined ? `list of ${typeOf(items)}` : 'list'
  }
  return [schema.type ?? 'any'].flat().join(' or ')
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`
}

function fields(schema: Schema, prefix = ''): string[] {
  const rows: string[] = []
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const bare = inner(property)
    const list = bare.type === 'array' ? inner(bare.items ?? {}) : undefined
    const entries = typeof bare.additionalProperties === 'object' ? inner(bare.additionalProperties) : undefined
    rows.push(row([`\`${prefix}${name}\``, typeOf(property), property.description ?? bare.description ?? '']))
    if (bare.properties) rows.push(...fields(bare, `${prefix}${name}.`))
    if (list?.properties) rows.push(...fields(list, `${prefix}${name}[].`))
    if (entries?.properties) rows.push(...fields(entries, `${prefix}${name}.*.`))
  }
  return rows
}

function table(header: readonly string[], rows: readonly string[]): string {
  return [row(header), `|${'---|'.repeat(header.length)}`, ...rows].join('\n')
}

function parameters({ params, query }: Endpoint): string {
  const all = [params, query].flatMap((type) => {
    const schema = type === undefined ? {} : schemaOf(type, 'input')
    return Object.entries(schema.properties ?? {}).map(([name, property]) => {
      const { default: usual, description = '' } = property
      const isNeeded = schema.required?.includes(name)
      return row([
        `\`${name}\``,
        typeOf(property),
        usual === undefined ? (isNeeded ? 'needed' : '') : `${usual}`,
        description,
      ])
    })
  })
  return all.length === 0 ? 'No parameters.' : table(['parameter', 'type', 'default', 'meaning'], all)
}

function section(endpoint: Endpoint): string {
  const reply = table(['field', 'type', 'meaning'], fields(schemaOf(endpoint.reply, 'output')))
  return `## ${endpoint.method} ${endpoint.path}\n\n${endpoint.about}\n\n${parameters(endpoint)}\n\n${reply}`
}

/** The text of docs/api.md. */
export function apiDocument(): string {
  const differing = DIFFERENCES.map(({ path, fields, original, ours, why }) =>
    row([
      `\`${path.replace('/api/proximity/', '')}\``,
      fields.map((field) => `\`${field}\``).join(', '),
      original,
      ours,
      why,
    ]),
  )
  const others = [
    ['/openapi.json', 'this document for machines, OpenAPI 3.1'],
    ['/docs', 'this document to try out'],
    ['/metrics', 'figures for a monitor, in the text format of Prometheus'],
  ] as const
  return [
    INTRODUCTION,
    ...ENDPOINTS.map(section),
    `## Other addresses\n\n${table(
      ['address', 'what'],
      others.map(([path, what]) => row([`\`${path}\``, what])),
    )}`,
    `## Errors\n\n${table(['field', 'type', 'meaning'], fields(schemaOf(problem, 'output')))}`,
    `## Where answers differ from the original's\n\nFor the same files and the same request; everything else is answered alike, field by field.\n\n${table(
      ['endpoint', 'fields', 'original', 'ours', 'why'],
      differing,
    )}`,
  ]
    .join('\n\n')
    .concat('\n')
}

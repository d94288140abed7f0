import type { Vector } from './fields.ts'

/** A value as it stands on the tape, read naively. */
type Value = number | string | Vector | null

interface Slot {
  readonly fields: Map<string, Value>
  walk: { from: Vector; places: Vector[]; ms: number; start: number } | undefined
}

/** What a module would see at a statement of a tape. */
export interface Moment {
  readonly kind: string
  readonly columns: readonly string[]
  /** Level time of the last frame. */
  readonly now: number
  readonly cvars: ReadonlyMap<string, string>
  readonly configstrings: ReadonlyMap<number, string>
  read(slot: number, field: string): Value
  at(slot: number): Vector
}

/** Goes through a tape statement by statement; a second reader of the language, written without the first. */
export function* replay(tape: Uint8Array): Generator<Moment> {
  const cvars = new Map<string, string>()
  const configstrings = new Map<number, string>()
  const slots = new Map<number, Slot>()
  let now = 0
  const slotOf = (number: number) => {
    const slot = slots.get(number) ?? { fields: new Map(), walk: undefined }
    slots.set(number, slot)
    return slot
  }
  const at = (number: number): Vector => {
    const { walk, fields } = slotOf(number)
    if (walk === undefined) return (fields.get('ps.origin') ?? [0, 0, 0]) as Vector
    const leg = Math.min(Math.floor((now - walk.start) / walk.ms), walk.places.length)
    const to = walk.places[leg]
    if (to === undefined) return walk.places.at(-1) as Vector
    const from = walk.places[leg - 1] ?? walk.from
    const part = (now - walk.start - leg * walk.ms) / walk.ms
    return [0, 1, 2].map((axis) => mix(from[axis] as number, to[axis] as number, part)) as unknown as Vector
  }
  const seen = (kind: string, columns: readonly string[]): Moment => ({
    kind,
    columns,
    now,
    cvars,
    configstrings,
    read: (slot, field) => slotOf(slot).fields.get(field) ?? 0,
    at,
  })

  for (const line of new TextDecoder('latin1').decode(tape).split('\n')) {
    if (line === '' || line.startsWith('#')) continue
    const [kind = '', ...columns] = line.split('\t')
    if (kind === 'time') now = Number(columns[1])
    else if (kind === 'cvar') for (const pair of columns) cvars.set(nameIn(pair), String(valueIn(pair)))
    else if (kind === 'cs') for (const pair of columns) configstrings.set(Number(nameIn(pair)), String(valueIn(pair)))
    else if (kind === 'free') slots.delete(Number(columns[0]))
    else if (kind === 'client') {
      const slot = slotOf(Number(columns[0]))
      for (const pair of columns.slice(1)) {
        if (nameIn(pair) === 'ps.origin') slot.walk = undefined
        slot.fields.set(nameIn(pair), valueIn(pair))
      }
    } else if (kind === 'move') {
      const slot = Number(columns[0])
      const places = columns.slice(2).map((text) => read(text) as Vector)
      slotOf(slot).walk = { from: at(slot), places, ms: Number(columns[1]), start: now }
    } else if (kind === 'frame') {
      now = Number(columns[0])
    } else if (kind === 'frames') {
      for (let i = 0; i < Number(columns[0]); i++) {
        now += Number(columns[1])
        yield seen('frame', [String(now)])
      }
      continue
    }
    yield seen(kind, kind === 'call' ? columns.map((text, i) => (i === 0 ? text : String(read(text)))) : columns)
  }
}

function mix(from: number, to: number, part: number): number {
  return from + (to - from) * part
}

function nameIn(pair: string): string {
  return pair.slice(0, pair.indexOf('='))
}

function valueIn(pair: string): Value {
  return read(pair.slice(pair.indexOf('=') + 1))
}

function read(text: string): Value {
  if (text === 'nil') return null
  if (text.startsWith('(')) return text.slice(1, -1).split(' ').map(Number) as unknown as Vector
  if (!text.startsWith('"')) return Number(text)
  return text.slice(1, -1).replace(/\\(.)/g, (_, letter) => (letter === 'n' ? '\n' : letter === 't' ? '\t' : letter))
}

import { decodeText } from '../format/file-text.ts'

const LF = 10
const CR = 13
const SEMICOLON = 59
const BOM = [0xef, 0xbb, 0xbf]

/** The bytes of a file with line feeds as the only line ends and without byte order mark. Copies only if it must. */
export function normalised(bytes: Uint8Array): Uint8Array {
  const text = BOM.every((byte, i) => bytes[i] === byte) ? bytes.subarray(3) : bytes
  if (text.indexOf(CR) === -1) return text
  const out = new Uint8Array(text.length)
  let length = 0
  for (let i = 0; i < text.length; i++) {
    const byte = text[i] as number
    if (byte !== CR) out[length++] = byte
    else if (text[i + 1] !== LF) out[length++] = LF
  }
  return out.subarray(0, length)
}

const SLOTS = 1 << 14
/** Length of a player's id: half of all texts are such. */
const ID_BYTES = 32
const ID_SLOTS = 1 << 8
const MAX_INTERNED = SLOTS / 2
const MAX_INTERNED_BYTES = 256
/** Slots tried for one text: names that were made to fall into one slot cost no more than others. */
const MAX_PROBES = 8

/** Gives the text of bytes, the same string object for the same bytes: a round repeats few names very often. */
export interface Texts {
  readonly bytes: Uint8Array
  /** The same bytes, to read four at a time. */
  readonly view: DataView
  readonly slots: Int32Array
  /** Of texts as long as a player's id, by their first bytes. */
  readonly idSlots: Int32Array
  readonly starts: number[]
  readonly lengths: number[]
  readonly strings: string[]
  /** Attackers, weapons and ids in lists that were made so far. */
  listed: number
  /** Lists of ids that were split already, by their separators and their text. */
  readonly lists: Map<string, Map<string, readonly string[]>>
  /** True once a text held a NUL. */
  hasNul: boolean
}

/** The texts of a file, none of them made yet. */
export function textsOf(bytes: Uint8Array): Texts {
  const slots = new Int32Array(SLOTS)
  const idSlots = new Int32Array(ID_SLOTS)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return {
    bytes,
    view,
    slots,
    idSlots,
    starts: [],
    lengths: [],
    strings: [],
    listed: 0,
    lists: new Map(),
    hasNul: false,
  }
}

const PRIME = 0x01000193

/** The text from `start` to `end`. */
export function textAt(texts: Texts, start: number, end: number): string {
  const id = end - start === ID_BYTES ? knownId(texts, start) : undefined
  if (id !== undefined) return id
  let hash = 0
  let at = start
  for (; at + 4 <= end; at += 4) hash = mixed(hash, texts.view.getInt32(at, true))
  for (; at < end; at++) hash = mixed(hash, texts.bytes[at] as number)
  return start === end ? '' : interned(texts, start, end, hash)
}

/** Where the column that {@link columnAt} gave last ended. */
export let columnEnd = 0

// four bytes with a semicolon in each, with the lowest and with the highest bit of each
const SEMICOLONS = 0x3b3b3b3b
const LOW_BITS = 0x01010101
const HIGH_BITS = 0x80808080

/** The text from `start` to the next `;`, or to `end` if there is none. */
export function columnAt(texts: Texts, start: number, end: number): string {
  const { bytes, view } = texts
  const idEnd = start + ID_BYTES
  if (idEnd === end || (idEnd < end && bytes[idEnd] === SEMICOLON)) {
    const id = knownId(texts, start)
    if (id !== undefined) {
      columnEnd = idEnd
      return id
    }
  }
  let hash = 0
  let at = start
  while (at + 4 <= end) {
    const four = view.getInt32(at, true)
    // a byte that is zero, and no other, borrows from its highest bit: some byte is a semicolon
    const zeros = four ^ SEMICOLONS
    if (((zeros - LOW_BITS) & ~zeros & HIGH_BITS) !== 0) break
    hash = mixed(hash, four)
    at += 4
  }
  while (at < end && bytes[at] !== SEMICOLON) hash = mixed(hash, bytes[at++] as number)
  columnEnd = at
  if (at === start) return ''
  const text = interned(texts, start, at, hash)
  if (at - start === ID_BYTES) texts.idSlots[idSlot(texts, start)] = internedAs
  return text
}

/** The text of {@link ID_BYTES} from `start`, if it was found before: a few bytes tell where to look, and all are compared. */
function knownId(texts: Texts, start: number): string | undefined {
  const entry = texts.idSlots[idSlot(texts, start)] as number
  if (entry === 0 || !same(texts.view, texts.starts[entry - 1] as number, start, ID_BYTES)) return undefined
  return texts.strings[entry - 1]
}

function idSlot({ view }: Texts, start: number): number {
  return (mixed(view.getInt32(start, true), view.getInt32(start + 4, true)) >>> 8) & (ID_SLOTS - 1)
}

function mixed(hash: number, value: number): number {
  const product = Math.imul(hash ^ value, PRIME)
  return product ^ (product >>> 15)
}

/** Entry of the text that {@link interned} gave last; 0 if it has none. */
let internedAs = 0

function interned(texts: Texts, start: number, end: number, hash: number): string {
  internedAs = 0
  const { view, slots, starts, lengths, strings } = texts
  const length = end - start
  if (length > MAX_INTERNED_BYTES) return madeText(texts, start, end)
  for (let probe = 0; probe < MAX_PROBES; probe++) {
    const slot = (hash + probe) & (SLOTS - 1)
    const entry = slots[slot] as number
    if (entry === 0) {
      const text = madeText(texts, start, end)
      if (strings.length >= MAX_INTERNED) return text
      starts.push(start)
      lengths.push(length)
      internedAs = strings.push(text)
      slots[slot] = internedAs
      return text
    }
    if (lengths[entry - 1] === length && same(view, starts[entry - 1] as number, start, length)) {
      internedAs = entry
      return strings[entry - 1] as string
    }
  }
  return madeText(texts, start, end)
}

// whether there is a NUL is asked of each text once: to ask the whole file takes longer
function madeText(texts: Texts, start: number, end: number): string {
  const text = decodeText(texts.bytes, start, end)
  if (text.includes('\0')) texts.hasNul = true
  return text
}

function same(view: DataView, a: number, b: number, length: number): boolean {
  let i = 0
  for (; i + 4 <= length; i += 4) if (view.getInt32(a + i, true) !== view.getInt32(b + i, true)) return false
  for (; i < length; i++) if (view.getUint8(a + i) !== view.getUint8(b + i)) return false
  return true
}

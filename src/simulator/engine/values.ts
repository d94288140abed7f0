const QUOTE = 34
const BRACKET = 40

/** A float even where Lua has integers: a literal 0 is an integer there. */
export const FLOAT_ZERO = tonumber('0.0') as number

export type Vector = [number, number, number]

/** A value of a tape. Vectors stay text until they are read (see {@link vectorOf}), since most never are. */
export function tapeValue(text: string): string | number | undefined {
  const first = string.byte(text)
  if (first === QUOTE) return unquoted(text)
  if (first === BRACKET) return text
  if (text === 'nil') return undefined
  const value = tonumber(text)
  if (value === undefined) error(`${text} is no value`, 0)
  return value
}

const UNESCAPED = new LuaTable<string, string>()
UNESCAPED.set('n', '\n')
UNESCAPED.set('t', '\t')
UNESCAPED.set('\\', '\\')
UNESCAPED.set('"', '"')

export function unquoted(text: string): string {
  const inside = string.sub(text, 2, -2)
  const [backslash] = string.find(inside, '\\', 1, true)
  if (backslash === undefined) return inside
  const [plain] = string.gsub(inside, '\\(.)', UNESCAPED as unknown as Record<string, string>)
  return plain
}

export function vectorOf(text: string): Vector {
  const [x, y, z] = string.match(text, '^%((%S+) (%S+) (%S+)%)$')
  const vector = [tonumber(x), tonumber(y), tonumber(z)]
  if (vector[0] === undefined || vector[1] === undefined || vector[2] === undefined) error(`${text} is no vector`, 0)
  return vector as Vector
}

/** The columns of a statement. */
export function columnsOf(text: string): string[] {
  const columns: string[] = []
  for (const [column] of string.gmatch(text, '[^\t]+')) columns.push(column)
  return columns
}

/** A whole number that a statement needs. */
export function numberOf(text: string | undefined): number {
  const value = tonumber(text)
  if (value === undefined) error(`${text} is no number`, 0)
  return value
}

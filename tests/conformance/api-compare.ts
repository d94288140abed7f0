type Value = unknown
type Entry = Readonly<Record<string, Value>>

/** Means: the original rounds exact ties to the even digit, so the last printed digit may be one off. */
const MEANS = /^(avg_.*|reaction_ms|duration_ms|.*_pct|total_distance)$/

/** How the entries of lists are told apart and put in order. */
export interface Lists {
  /** What an entry is known by. */
  keyOf(list: string, entry: Entry): string
  /** What the order of a list goes by; equal ones may stand in any order. */
  rankOf(list: string, entry: Entry): string
}

/** Where two answers differ, as fields; only what the first one has is looked at. `(order)` and `(entries)` of a list. */
export function differences(expected: Value, actual: Value, lists: Lists): string[] {
  const found = new Set<string>()
  walk('', expected, actual, found, lists)
  return [...found]
}

function walk(field: string, expected: Value, actual: Value, found: Set<string>, lists: Lists): void {
  if (typeof expected === 'number' && typeof actual === 'number') {
    if (!sameNumber(field, expected, actual)) found.add(field)
  } else if (Array.isArray(expected) && Array.isArray(actual)) {
    walkList(field, expected, actual, found, lists)
  } else if (isEntry(expected) && isEntry(actual)) {
    for (const [name, value] of Object.entries(expected)) {
      walk(field === '' ? name : `${field}.${name}`, value, actual[name], found, lists)
    }
  } else if (expected !== actual) found.add(field)
}

function walkList(
  field: string,
  expected: readonly Value[],
  actual: readonly Value[],
  found: Set<string>,
  lists: Lists,
): void {
  const keyed = (list: readonly Value[]) => {
    const seen = new Map<string, number>()
    const entries = list.map((entry): [string, Value] => {
      const key = isEntry(entry) ? lists.keyOf(field, entry) : String(entry)
      seen.set(key, (seen.get(key) ?? 0) + 1)
      return [`${key} ${seen.get(key)}`, entry]
    })
    return new Map(entries)
  }
  const [wanted, given] = [keyed(expected), keyed(actual)]
  const common = [...wanted.keys()].filter((key) => given.has(key))
  const rank = (key: string) => lists.rankOf(field, wanted.get(key) as Entry)
  const theirs = [...given.keys()].filter((key) => wanted.has(key))
  if (common.length < wanted.size || common.length < given.size) found.add(`${field} (entries)`)
  if (common.some((key, i) => key !== theirs[i] && rank(key) !== rank(theirs[i] as string))) {
    found.add(`${field} (order)`)
  }
  for (const key of common) walk(`${field}[]`, wanted.get(key), given.get(key), found, lists)
}

function isEntry(value: Value): value is Entry {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function sameNumber(field: string, expected: number, actual: number): boolean {
  const name = field.split('.').at(-1) as string
  if (!MEANS.test(name)) return Math.abs(expected - actual) < 1e-3
  const places = String(expected).split('.')[1]?.length ?? 0
  return Math.abs(expected - actual) <= 10 ** -places * 1.000001
}

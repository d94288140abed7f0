// A second reader of recordings, made to be seen through, without anything of the project.

export interface Call {
  readonly name: string
  readonly milliseconds: number
  /** The wall clock, where the recording has it at this moment. */
  readonly unix: number | undefined
  /** Arguments and what the probe must read, as it writes them. */
  readonly text: string
}

type Values = Record<string, unknown>

const ARRAYS: [string, string, number][] = [
  ['st', 'ps.stats', 16],
  ['pe', 'ps.persistant', 16],
  ['pw', 'ps.powerups', 16],
  ['hr', 'pers.playerStats.hitRegions', 4],
  ['sk', 'sess.skill', 7],
]
const CVARS = ['gamestate', 'g_currentRound', 'timelimit', 'g_nextTimeLimit', 'mapname', 'P']
const VECTORS = ['o', 'v', 'a']

/** Every call of a match, and the scalar fields that the recorder read. */
export function naiveCalls(files: readonly string[]): { list: Call[]; scalars: string[] } {
  const list: Call[] = []
  let scalars: string[] = []
  const cvars: Record<string, string> = {}
  const strings: Record<number, string> = {}
  const infos: Record<number, string> = {}
  for (const file of files) {
    // a file tells all clients and entities anew; what the engine keeps by number goes on
    const clients: Record<number, Values> = {}
    const weapons: Record<string, number[]> = {}
    const entities: Record<number, unknown[]> = {}
    let columns: string[] = []
    let unix: number | undefined
    let calls = 0
    for (const text of file.trim().split('\n')) {
      const [kind, a, b, c, ...rest] = JSON.parse(text)
      if (kind === 'h') {
        scalars = b.sc
        columns = [...b.ent, ...b.entvec]
      } else if (kind === 'cv') cvars[a] = b
      else if (kind === 'cs') strings[a] = b
      else if (kind === 'ui') infos[a] = b
      else if (kind === 's') clients[a] = { ...clients[a], ...b }
      else if (kind === 'ws') weapons[`${a} ${b}`] = c
      else if (kind === 'e') entities[a] = [b, c, ...rest]
      else if (kind === 'x') entities[a] = []
      else if (kind === 't') unix = a
      else if (kind === 'c') {
        const slot = calls % 14
        const client = clients[slot] ?? {}
        const scalar = (i: number) => {
          const at = (calls * 7 + i) % scalars.length
          const value = client[at + 1]
          const name = scalars[at] as string
          if (name === 'pers.netname') return shown(value ?? '')
          if (name === 'enemy' || name === 'tankLink') return shown(value ?? null)
          return shown(value ?? 0, name === 'ps.leanf')
        }
        const [short, , size] = ARRAYS[calls % 5] as [string, string, number]
        const entity = 64 + (calls % 200)
        const row = entities[entity]
        const column = (name: string) => row?.[columns.indexOf(name)]
        const used = row !== undefined && row.length > 0
        const freed = row !== undefined && row.length === 0 ? 'freed' : null
        const read = [
          ...Array.from({ length: 10 }, (_, i) => scalar(i)),
          shown(client[VECTORS[calls % 3] as string] ?? [0, 0, 0], true),
          shown(client[`${short}${calls % size}`] ?? 0),
          shown(weapons[`${slot} ${calls % 28}`] ?? [0, 0, 0, 0, 0]),
          shown(cvars[CVARS[calls % 6] as string] ?? ''),
          shown(strings[calls % 2 === 0 ? calls % 64 : 689 + (calls % 64)] ?? ''),
          shown(infos[slot] ?? ''),
          shown(used ? 1 : 0),
          shown(used ? column('classname') : freed),
          shown(used ? column('track') : null),
          shown(used ? column('s.eType') : 0),
          shown(used ? column('r.currentOrigin') : [0, 0, 0], true),
        ]
        const args = a === 'et_ClientCommand' ? [...rest.slice(0, 2), ...rest[2]] : rest
        const parts = [args.map((arg: unknown) => shown(arg)).join('\t'), ':', read.join('\t')]
        list.push({ name: a, milliseconds: c, unix, text: parts.join('\t') })
        unix = undefined
        calls++
      }
    }
  }
  return { list, scalars }
}

/** As the probe writes it: with the type that Lua has for it. */
function shown(value: unknown, float = false): string {
  if (Array.isArray(value)) return `(${value.map((member) => shown(member, float)).join(' ')})`
  if (typeof value === 'number') return `${float ? 'f' : 'i'}${seventeenDigits(value)}`
  return value === null ? 'nil' : `"${String(value).slice(0, 160)}"`
}

/** What C's %.17g makes of a number. */
function seventeenDigits(value: number): string {
  if (value === 0) return Object.is(value, -0) ? '-0' : '0'
  const [digits = '', exponent = ''] = value.toExponential(16).split('e')
  const power = Number(exponent)
  if (power < -4 || power >= 17) {
    const short = digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits
    return `${short}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`
  }
  const fixed = value.toFixed(Math.max(0, 16 - power))
  return fixed.includes('.') ? fixed.replace(/\.?0+$/, '') : fixed
}

/** The calls of trap_Trace: their arguments as Lua, and the engine's answer. */
export function naiveTraces(text: string): { call: string; fraction: number; entity: number }[] {
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [from, mins, maxs, to, ignored, mask, fraction, entity] = JSON.parse(line)
      const place = (vector: number[] | null) => (vector === null ? 'nil' : `{ ${vector.join(', ')} }`)
      return { call: [...[from, mins, maxs, to].map(place), ignored, mask].join(', '), fraction, entity }
    })
}

import { byteText } from './byte-text.ts'
import {
  CLIENT_FIELDS,
  type ClientValues,
  ENTITY_FIELDS,
  type EntityValues,
  type FieldType,
  type Text,
  type Vector,
} from './fields.ts'

/** What the engine calls in a module. */
export type Callback =
  | 'et_SpawnEntitiesFromString'
  | 'et_InitGame'
  | 'et_ShutdownGame'
  | 'et_Quit'
  | 'et_RunFrame'
  | 'et_ClientConnect'
  | 'et_ClientUserinfoChanged'
  | 'et_ClientBegin'
  | 'et_ClientSpawn'
  | 'et_ClientDisconnect'
  | 'et_ClientCommand'
  | 'et_ConsoleCommand'
  | 'et_Chat'
  | 'et_Damage'
  | 'et_Obituary'
  | 'et_Revive'
  | 'et_WeaponFire'
  | 'et_FixedMGFire'
  | 'et_MountedMGFire'
  | 'et_AAGunFire'
  | 'et_SetPlayerSkill'
  | 'et_UpgradeSkill'
  | 'et_Print'
  | 'et_DPrint'
  | 'et_Error'
  | 'et_IPCReceive'

/** One row of `sess.aWeaponStats`. */
export interface WeaponCounts {
  readonly atts: number
  readonly deaths: number
  readonly headshots: number
  readonly hits: number
  readonly kills: number
}

/** By name; those of members, such as `ps.stats[8]`, come in as they are used. */
const TYPES = new Map<string, FieldType>([...ENTITY_FIELDS, ...CLIENT_FIELDS])

/**
 * Writes a tape: what a game server does, statement by statement, for the emulated engine to play. Every method writes
 * one line. Throws a RangeError for a value that the engine could not have there.
 */
export class Tape {
  readonly #lines: string[] = []

  comment(text: string): void {
    this.#lines.push(`# ${text.replaceAll('\n', ' ')}`)
  }

  /** A new state of the module: its file is run in a fresh environment; files, cvars and entities of the game stay. */
  vm(): void {
    this.#write('vm')
  }

  /** Members of `et` that differ from the emulator's own; null: this build has none of the name. */
  constants(values: Readonly<Record<string, number | string | null>>): void {
    const written = (value: number | string | null) => (value === null ? 'nil' : argument(value))
    this.#write('const', ...Object.entries(values).map(([name, value]) => `${name}=${written(value)}`))
  }

  cvars(values: Readonly<Record<string, Text>>): void {
    this.#write('cvar', ...Object.entries(values).map(([name, value]) => `${name}=${quoted(value)}`))
  }

  configstrings(values: Readonly<Record<number, Text>>): void {
    this.#write('cs', ...Object.entries(values).map(([index, value]) => `${index}=${quoted(value)}`))
  }

  userinfo(slot: number, info: Text): void {
    this.#write('userinfo', integer(slot), quoted(info))
  }

  /** Fields of a client slot; `ps.origin` ends what {@link move} began. */
  client(slot: number, values: ClientValues): void {
    this.#write('client', integer(slot), ...fields(values))
  }

  /** A row of `sess.aWeaponStats`; the index is the weapon's number in that table, 0 to 27. */
  weaponStats(slot: number, index: number, { atts, deaths, headshots, hits, kills }: WeaponCounts): void {
    this.#write('wstats', ...[slot, index, atts, deaths, headshots, hits, kills].map(integer))
  }

  /** From where the client is now in straight lines to these places, `ms` for each; then it stands. */
  move(slot: number, ms: number, ...places: readonly Vector[]): void {
    this.#write('move', integer(slot), integer(ms), ...places.map(vector))
  }

  /** Fields of an entity of the map, which is in use from then on unless `inuse` says otherwise. */
  entity(number: number, values: EntityValues): void {
    this.#write('entity', integer(number), ...fields(values))
  }

  /** Forgets everything about an entity or a client slot: it reads as one that nobody ever used. */
  free(number: number): void {
    this.#write('free', integer(number))
  }

  /** A solid box of the map. */
  box(mins: Vector, maxs: Vector): void {
    this.#write('box', vector(mins), vector(maxs))
  }

  /** Sets the clocks: wall clock in s since 1970, level time and process time in ms. They go on with the frames. */
  time(unix: number, level_time_ms: number, milliseconds: number): void {
    this.#write('time', integer(unix), integer(level_time_ms), integer(milliseconds))
  }

  call(callback: Callback, ...args: readonly (Text | number)[]): void {
    this.#write('call', callback, ...args.map(argument))
  }

  /** One frame of the server, at this level time in ms. */
  frame(level_time_ms: number): void {
    this.#write('frame', integer(level_time_ms))
  }

  /** So many frames, `ms` apart. */
  frames(count: number, ms: number): void {
    this.#write('frames', integer(count), integer(ms))
  }

  /** A command of a client: et_ClientCommand, with the words for trap_Argv. */
  command(slot: number, ...words: readonly [Text, ...Text[]]): void {
    this.#write('command', integer(slot), ...words.map(quoted))
  }

  /** A command at the server's console: et_ConsoleCommand. */
  console(...words: readonly [Text, ...Text[]]): void {
    this.#write('console', ...words.map(quoted))
  }

  /** From here on so many of 1000 reads answer nonsense or raise an error; 0 ends it. */
  fuzz(seed: number, permille: number): void {
    this.#write('fuzz', integer(seed), integer(permille))
  }

  /** The process dies: nothing is called, and open files keep only what was flushed. */
  kill(): void {
    this.#write('kill')
  }

  /** Appends the counters so far to the report. */
  report(): void {
    this.#write('report')
  }

  bytes(): Uint8Array<ArrayBuffer> {
    const text = this.#lines.map((line) => `${line}\n`).join('')
    const bytes = new Uint8Array(text.length)
    for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i)
    return bytes
  }

  #write(...columns: readonly string[]): void {
    this.#lines.push(columns.join('\t'))
  }
}

function fields(values: ClientValues | EntityValues): string[] {
  return Object.entries(values).map(([key, value]) => `${key}=${fieldValue(key, value)}`)
}

function fieldValue(key: string, value: unknown): string {
  const type = TYPES.get(key) ?? memberType(key)
  if (value === null && (type === 'entity' || type === 'string')) return 'nil'
  if (typeof value === 'number') {
    if (type === 'int' || type === 'ints' || type === 'entity') return integer(value)
    if (type === 'float' || type === 'floats') return float(value)
  } else if (type === 'vec3' && Array.isArray(value) && value.length === 3) {
    return vector(value as unknown as Vector)
  } else if ((type === 'string' || type === 'text') && (typeof value === 'string' || value instanceof Uint8Array)) {
    return quoted(value)
  }
  throw new RangeError(type === undefined ? `${key} is no field` : `${key} cannot be ${String(value)}`)
}

function memberType(key: string): FieldType | undefined {
  const type = TYPES.get(key.replace(/\[\d+\]$/, ''))
  if (type !== undefined) TYPES.set(key, type)
  return type
}

function argument(value: Text | number): string {
  return typeof value === 'number' ? integer(value) : quoted(value)
}

function integer(value: number): string {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is no integer`)
  return String(value)
}

function vector([x, y, z]: Vector): string {
  return `(${float(x)} ${float(y)} ${float(z)})`
}

/** With a point or an exponent, which is what tells Lua a float from an integer. */
function float(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`${value} is no number of the game`)
  const text = Object.is(value, -0) ? '-0' : String(value)
  return /[.e]/.test(text) ? text : `${text}.0`
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\t': '\\t', '"': '\\"' }

/** In quotes, one character for each byte. */
function quoted(text: Text): string {
  const bytes =
    typeof text === 'string' && /^[\0-\x7f]*$/.test(text)
      ? text
      : byteText(typeof text === 'string' ? new TextEncoder().encode(text) : text)
  if (bytes.includes('\0')) throw new RangeError('the engine has no text with a NUL in it')
  return `"${bytes.replace(/[\\\n\t"]/g, (character) => ESCAPES[character] as string)}"`
}

/**
 * How one field of a row is spelled in the round file. A codec is plain data, so that the same description drives the
 * tracker's writer (compiled to Lua), the parser's reader, the tables and the documents.
 */

/** Words for a side; `SPEC` appears only by accident (a player who left between a hit and the output). */
export const TEAMS = ['AXIS', 'ALLIES', 'SPEC'] as const
export type Team = (typeof TEAMS)[number]

/** Words for a class, in the order of the engine's numbers 0 to 4; `UNKNOWN` for anything else. */
export const PLAYER_CLASSES = ['SOLDIER', 'MEDIC', 'ENGINEER', 'FIELDOPS', 'COVERTOPS', 'UNKNOWN'] as const
export type PlayerClass = (typeof PLAYER_CLASSES)[number]

/** Greatest distance of a coordinate from the map's zero point, in game units (ET maps end before it; L-17). */
export const COORDINATE_LIMIT = 65_536

/** Greatest size of an integer in a file: what a 32-bit column holds. */
export const INTEGER_LIMIT = 2_147_483_647

/** Greatest size of a decimal that is not a coordinate (distances of a whole round stay far below). */
export const DECIMAL_LIMIT = 1_000_000_000

export type Kind =
  | 'int'
  | 'decimal'
  | 'coordinate'
  | 'text'
  | 'guid'
  | 'word'
  | 'team'
  | 'player_class'
  | 'flag'
  | 'guids'
  | 'positions'
  | 'attackers'
  | 'path'

export interface Codec<T> {
  readonly kind: Kind
  /** Decimal places written; 0 means an integer. */
  readonly places: number
  /** True where an empty field means "absent" and is read as null. */
  readonly optional: boolean
  /** Separator of a list, first the one that is written; every listed one is read. */
  readonly separators: string
  /** What the number counts, for the documents. */
  readonly unit: string
  /** Never set: carries the type. */
  readonly type?: T
}

function codec<T>(kind: Kind, unit = '', places = 0, separators = ''): Codec<T> {
  return { kind, places, optional: false, separators, unit }
}

/** The same field where an empty text means that there is no value. */
export function optional<T>(of: Codec<T>): Codec<T | null> {
  return { kind: of.kind, places: of.places, optional: true, separators: of.separators, unit: of.unit }
}

/** A count or an engine number. */
export const int = codec<number>('int')
/** A time or a length of time in milliseconds; a time is on the tracker's own clock. */
export const ms = codec<number>('int', 'ms')
export const seconds1 = codec<number>('decimal', 's', 1)
/** A distance in game units, one decimal. */
export const units1 = codec<number>('decimal', 'units', 1)
export const degrees1 = codec<number>('decimal', 'degrees', 1)
export const degrees2 = codec<number>('decimal', 'degrees', 2)
export const speed1 = codec<number>('decimal', 'units/s', 1)
/** A share, a score or a component of a unit vector. */
export const ratio3 = codec<number>('decimal', '', 3)
/** A coordinate with one decimal. */
export const coordinate1 = codec<number>('coordinate', 'units', 1)
/** A coordinate without decimals; files of older builds carry decimals here, which are kept. */
export const coordinate0 = codec<number>('coordinate', 'units', 0)
/** Free text: a name, with its colour codes, or words of a map's author. */
export const text = codec<string>('text')
/** A player's identifier as the file has it; an empty one belongs to a client without identifier. */
export const guid = codec<string>('guid')
/** A closed or growing list of lower-case words, such as an outcome. */
export const word = codec<string>('word')
export const team = codec<Team>('team')
export const playerClass = codec<PlayerClass>('player_class')
export const flag = codec<boolean>('flag')
export const guidsComma = codec<readonly string[]>('guids', '', 0, ',')
export const guidsBar = codec<readonly string[]>('guids', '', 0, '|')
/** Two players; the build of February 2026 joined them with a comma. */
export const guidsPlus = codec<readonly string[]>('guids', '', 0, '+,')

/** One point of an engagement's way: columns of equal length. */
export interface Positions {
  readonly length: number
  readonly time_ms: Int32Array
  readonly x: Float64Array
  readonly y: Float64Array
  readonly z: Float64Array
  /** Index into {@link POSITION_EVENTS}. */
  readonly event: Uint8Array
}

/** What a point of an engagement stands for; `escape` also ends every outcome but a death. */
export const POSITION_EVENTS = ['start', 'hit', 'sample', 'death', 'escape', 'round_end'] as const

/** The samples of one life: columns of equal length. */
export interface Path {
  readonly length: number
  readonly time_ms: Int32Array
  readonly x: Float64Array
  readonly y: Float64Array
  readonly z: Float64Array
  readonly health: Int16Array
  /** Horizontal speed in units/s. */
  readonly speed: Float64Array
  readonly weapon: Uint8Array
  /** 0 standing, 1 crouching, 2 prone. */
  readonly stance: Uint8Array
  readonly sprint: Uint8Array
  /** Index into {@link PATH_EVENTS}. */
  readonly event: Uint8Array
}

/** What a point of a path stands for: the beginning, the rhythm, and how the life ended. */
export const PATH_EVENTS = [
  'sample',
  'spawn',
  'revived',
  'death',
  'killed',
  'selfkill',
  'fallen',
  'world',
  'teamkill',
  'round_end',
  'disconnect',
  'shutdown',
  'unknown',
] as const

/** One player who hit the target of an engagement. */
export interface Attacker {
  readonly guid: string
  readonly name: string
  readonly team: Team
  readonly damage: number
  readonly hits: number
  readonly first_hit_ms: number
  readonly last_hit_ms: number
  readonly got_kill: boolean
  /** Weapon id and hits with it, in the file's order. */
  readonly weapons: readonly (readonly [weapon: number, hits: number])[]
}

export const positions = codec<Positions>('positions')
export const attackers = codec<readonly Attacker[]>('attackers')
export const path = codec<Path>('path')

/** A column: its name everywhere in the project, how it is spelled, and a remark for the documents. */
export type Field = readonly [name: string, codec: Codec<unknown>, remark?: string]

/** The row that a list of fields describes. */
export type Row<F extends readonly Field[]> = {
  readonly [E in F[number] as E[0]]: E[1] extends Codec<infer T> ? T : never
}

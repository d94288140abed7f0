import { CLIENT_FIELDS, ENTITY_FIELDS, type FieldType } from '../fields.ts'
import { FLOAT_ZERO } from './values.ts'

export interface Field {
  /** The name under which its value is kept: that of the field which it is an alias of. */
  readonly name: string
  readonly type: FieldType
  /** What it reads when nothing was set. */
  readonly zero: string | number | undefined
  /** How many members an array has. */
  readonly size: number
  /** Follows a move of the client. */
  readonly moves: boolean
}

const ALIASES: Record<string, string> = {
  'client.inactivityTime': 'inactivityTime',
  'client.inactivityWarning': 'inactivityWarning',
  'sess.team_damage': 'sess.team_damage_given',
  'sess.team_received': 'sess.team_damage_received',
}

/** Lengths of the engine's arrays (16 stats, 4 regions, 7 skills, 64 weapons). */
const SIZES: Record<string, number> = {
  saved_persistant: 16,
  'ps.stats': 16,
  'ps.persistant': 16,
  'ps.powerups': 16,
  'ps.ammo': 64,
  'ps.ammoclip': 64,
  'pers.playerStats.hitRegions': 4,
  'sess.skill': 7,
  'sess.skillpoints': 7,
  'sess.startskillpoints': 7,
  'sess.medals': 7,
  'sess.ignoreClients': 2,
  'sess.aWeaponStats': 28,
}

const MOVING: Record<string, boolean> = { 'ps.origin': true, 'ps.velocity': true, 'r.currentOrigin': true }

/** By name, and by the name in small letters: the engine does not look at the case. */
const ofClients = new LuaTable<string, Field>()
const ofEntities = new LuaTable<string, Field>()

for (const [name, type] of ENTITY_FIELDS) {
  const field = fieldOf(name === 'origin' ? 'r.currentOrigin' : name, type)
  enter(ofEntities, name, field)
  enter(ofClients, name, field)
}
for (const [name, type] of CLIENT_FIELDS) {
  enter(ofClients, name, fieldOf(name === 'origin' ? 'ps.origin' : (ALIASES[name] ?? name), type))
}

function fieldOf(name: string, type: FieldType): Field {
  return { name, type, zero: zeroOf(type), size: SIZES[name] ?? 0, moves: MOVING[name] === true }
}

function zeroOf(type: FieldType): string | number | undefined {
  if (type === 'text') return ''
  if (type === 'float' || type === 'floats') return FLOAT_ZERO
  return type === 'int' || type === 'ints' ? 0 : undefined
}

function enter(table: LuaTable<string, Field>, name: string, field: Field): void {
  table.set(name, field)
  table.set(string.lower(name), field)
}

/** The field of this name; undefined where the engine knows none, such as a client's field on another entity. */
export function fieldNamed(name: string, isClient: boolean): Field | undefined {
  const table = isClient ? ofClients : ofEntities
  const field = table.get(name)
  if (field !== undefined) return field
  const other = table.get(string.lower(name))
  if (other !== undefined) table.set(name, other)
  return other
}

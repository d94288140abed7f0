/** Every read of the engine: guarded, checked, and counted where it gives nothing usable. Unknown stays undefined. */
import { moment } from './guard.ts'
import { refuse } from './sensors.ts'

/** A place or a velocity in game units, as the engine hands it over. */
export type Vector = readonly [x: number, y: number, z: number]

/** Maps end before this distance from their zero point; the engine's worlds are 131,072 units wide (L-17). */
const WORLD_LIMIT = 65_536
/** What a 32-bit integer of the engine holds. */
const NUMBER_LIMIT = 2_147_483_648

/** Numbers of the engine that are no client slots: the world as an attacker or as the entity hit by a trace. */
const WORLD = 1022
/** Slots are 0 to 63. */
export const MAX_CLIENTS = 64

/** Content flag of solid brushes; walls only, so that players do not hide each other. */
const MASK_SOLID = 1
/** A line that gets this far is free: the last units may lie inside the box of the player looked at. */
const FREE_FRACTION = 0.98

/** A number of an entity; undefined if the engine refuses it or it is not a finite number in range. */
export function readNumber(entity: number, field: string, index?: number): number | undefined {
  const [ok, value] =
    index === undefined ? pcall(et.gentity_get, entity, field) : pcall(et.gentity_get, entity, field, index)
  if (ok && isNumber(value)) return value
  refuse(field)
  return undefined
}

/** A text of an entity; undefined if there is none. */
export function readText(entity: number, field: string): string | undefined {
  const [ok, value] = pcall(et.gentity_get, entity, field)
  if (ok && typeof value === 'string') return value
  if (!ok) refuse(field)
  return undefined
}

/** The number of the entity that a field points to; undefined if it points to none. */
export function readLink(entity: number, field: string): number | undefined {
  const [ok, value] = pcall(et.gentity_get, entity, field)
  if (!ok || (value !== undefined && !isNumber(value))) refuse(field)
  return ok && isNumber(value) ? value : undefined
}

/** A place or velocity; undefined if the engine refuses it or a component is out of the world. */
export function readVector(entity: number, field: string): Vector | undefined {
  const [ok, value] = pcall(et.gentity_get, entity, field)
  if (ok && typeof value === 'object') {
    const vector = value as unknown as Vector
    if (isPlace(vector[0]) && isPlace(vector[1]) && isPlace(vector[2])) return vector
  }
  refuse(field)
  return undefined
}

const origins = new LuaTable<number, Vector | undefined>()
const originMoments = new LuaTable<number, number>()

/** Where a player is at this moment; read once a moment. */
export function originOf(slot: number): Vector | undefined {
  if (originMoments.get(slot) === moment.number) return origins.get(slot)
  const origin = readVector(slot, 'ps.origin')
  originMoments.set(slot, moment.number)
  origins.set(slot, origin)
  return origin
}

const eyes = new LuaTable<number, Vector | undefined>()
const eyeMoments = new LuaTable<number, number>()

/** Where a player's eyes are: 40 above the origin standing, 16 crouching, -8 prone; read once a moment. */
export function eyeOf(slot: number): Vector | undefined {
  if (eyeMoments.get(slot) === moment.number) return eyes.get(slot)
  const origin = originOf(slot)
  const height = readNumber(slot, 'ps.viewheight')
  const eye: Vector | undefined =
    origin === undefined || height === undefined ? undefined : [origin[0], origin[1], origin[2] + height]
  eyeMoments.set(slot, moment.number)
  eyes.set(slot, eye)
  return eye
}

/** Where a player looks: yaw in degrees, 0 along x, counter-clockwise. */
export function yawOf(slot: number): number | undefined {
  return readVector(slot, 'ps.viewangles')?.[1]
}

/** True if no wall is between two places; undefined if the engine does not say. */
export function isFree(from: Vector, to: Vector): boolean | undefined {
  const [ok, trace] = pcall(et.trap_Trace, from, undefined, undefined, to, WORLD, MASK_SOLID)
  if (ok && typeof trace === 'object') {
    const { fraction } = trace as { readonly fraction: unknown }
    if (isNumber(fraction)) return fraction >= FREE_FRACTION
  }
  refuse('trap_Trace')
  return undefined
}

/** A console variable; empty if there is none. */
export function cvar(name: string): string {
  const [ok, value] = pcall(et.trap_Cvar_Get, name)
  return ok && typeof value === 'string' ? value : ''
}

/** A console variable as a number; undefined if it is none. */
export function cvarNumber(name: string): number | undefined {
  const value = tonumber(cvar(name))
  return value !== undefined && isNumber(value) ? value : undefined
}

/** The port of this server, for names of files: several servers may share one home folder (L-19). */
export function port(): string {
  const text = cvar('net_port')
  return string.find(text, '^%d+$')[0] === undefined ? '0' : text
}

/** A configstring; empty if the engine refuses it. */
export function configstring(index: number): string {
  const [ok, value] = pcall(et.trap_GetConfigstring, index)
  return ok && typeof value === 'string' ? value : ''
}

/** The value of a key in an info text; empty if absent. */
export function infoValue(info: string, key: string): string {
  const [ok, value] = pcall(et.Info_ValueForKey, info, key)
  return ok && typeof value === 'string' ? value : ''
}

/** What a player's client says of itself; empty if unknown. */
export function userinfo(slot: number): string {
  const [ok, value] = pcall(et.trap_GetUserinfo, slot)
  return ok && typeof value === 'string' ? value : ''
}

/** True if any of the bits that make up `bit` (a power of two) is set; for Luas without bit operators. */
export function hasBit(mask: number, bit: number): boolean {
  return math.floor(mask / bit) % 2 === 1
}

/** Distance between two places. */
export function distance(a: Vector, b: Vector): number {
  const x = a[0] - b[0]
  const y = a[1] - b[1]
  const z = a[2] - b[2]
  return math.sqrt(x * x + y * y + z * z)
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && value >= -NUMBER_LIMIT && value <= NUMBER_LIMIT
}

function isPlace(value: unknown): boolean {
  return typeof value === 'number' && value >= -WORLD_LIMIT && value <= WORLD_LIMIT
}

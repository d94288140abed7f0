import { clock } from './clock.ts'
import { type Field, fieldNamed } from './schema.ts'
import { FLOAT_ZERO, numberOf, tapeValue, type Vector, vectorOf } from './values.ts'

/** Entity numbers: the first 64 are client slots, of which the server uses `slots`. */
const MAX_CLIENTS = 64
const MAX_ENTITIES = 1024

type Members = LuaTable<number, number>
type Value = string | number | Vector | Members | LuaTable<number, number[]> | undefined
type Values = LuaTable<string, Value>

/** A way in straight lines: `ms` from each place to the next. */
interface Move {
  readonly begun: number
  readonly ms: number
  readonly places: Vector[]
}

export const server = { slots: MAX_CLIENTS }

const entities = new LuaTable<number, Values>()
const moves = new LuaTable<number, Move>()

/** What gentity_get answers. Raises an error where the engine does, and where it would read foreign memory. */
export function readField(entity: number, name: string, index: number | undefined): unknown {
  const field = fieldNamed(name, entity < server.slots)
  if (field === undefined) return error(`tried to get invalid gentity field "${name}"`)
  const values = entities.get(entity)
  if (values === undefined) checkEntity(entity)
  const { type } = field
  if (type === 'int' || type === 'text' || type === 'string' || type === 'entity' || type === 'float') {
    if (field.name === 'sess.authName') return error('sess.authName: the engine would take the text for an address')
    const value = values?.get(field.name)
    if (value !== undefined) return value
    return field.name === 'classname' && entity < MAX_CLIENTS ? 'clientslot' : field.zero
  }
  if (type === 'vec3') return field.moves ? placeOf(entity, field, values) : vectorIn(values, field.name)
  if (type === 'trajectory') return standing()
  return member(values, field, index ?? 0)
}

/** A number that has no values yet: unused, or none at all. */
function checkEntity(entity: number): void {
  if (entity % 1 !== 0) error('number has no integer representation')
  if (entity < 0 || entity >= MAX_ENTITIES) error(`entity ${entity}: the engine would read foreign memory`)
}

function vectorIn(values: Values | undefined, name: string): Vector {
  let value = values?.get(name)
  if (value === undefined) return [FLOAT_ZERO, FLOAT_ZERO, FLOAT_ZERO]
  if (type(value) === 'string') {
    value = vectorOf(value as string)
    values?.set(name, value)
  }
  const [x, y, z] = value as Vector
  return [x, y, z]
}

function member(values: Values | undefined, field: Field, index: number): unknown {
  if (index < 0 || index >= field.size) error(`${field.name}[${index}]: the engine would read foreign memory`)
  const members = values?.get(field.name)
  if (field.type === 'wstats') {
    const counts = (members as LuaTable<number, number[]> | undefined)?.get(index)
    return counts === undefined ? [0, 0, 0, 0, 0] : [counts[0], counts[1], counts[2], counts[3], counts[4]]
  }
  return (members as Members | undefined)?.get(index) ?? field.zero
}

function standing(): object {
  const at = () => [FLOAT_ZERO, FLOAT_ZERO, FLOAT_ZERO]
  return { trType: 0, trTime: 0, trDuration: 0, trBase: at(), trDelta: at() }
}

function placeOf(entity: number, field: Field, values: Values | undefined): Vector {
  const move = moves.get(entity)
  const { name } = field
  if (name === 'r.currentOrigin') {
    if (values?.get(name) !== undefined || entity >= MAX_CLIENTS) return vectorIn(values, name)
    return move === undefined ? vectorIn(values, 'ps.origin') : onTheWay(move)
  }
  if (move === undefined) return vectorIn(values, name)
  return name === 'ps.origin' ? onTheWay(move) : velocityOf(move)
}

function onTheWay({ begun, ms, places }: Move): Vector {
  const leg = Math.floor((clock.level - begun) / ms)
  if (leg >= places.length - 1) {
    const [x, y, z] = places[places.length - 1]
    return [x, y, z]
  }
  const [x, y, z] = places[leg]
  const [toX, toY, toZ] = places[leg + 1]
  const share = (clock.level - begun) / ms - leg
  return [x + share * (toX - x), y + share * (toY - y), z + share * (toZ - z)]
}

function velocityOf({ begun, ms, places }: Move): Vector {
  const leg = Math.floor((clock.level - begun) / ms)
  if (leg >= places.length - 1) return [FLOAT_ZERO, FLOAT_ZERO, FLOAT_ZERO]
  const [x, y, z] = places[leg]
  const [toX, toY, toZ] = places[leg + 1]
  const perSecond = 1000 / ms
  return [(toX - x) * perSecond, (toY - y) * perSecond, (toZ - z) * perSecond]
}

/** From where the client is now along these places. */
export function setMove(slot: number, ms: number, places: Vector[]): void {
  if (ms <= 0) error('a move takes time', 0)
  moves.set(slot, { begun: clock.level, ms, places: [readField(slot, 'ps.origin', undefined) as Vector, ...places] })
}

function endMove(slot: number, values: Values): void {
  moves.delete(slot)
  values.delete('ps.velocity')
}

interface Target {
  readonly field: Field
  readonly index: number | undefined
}

/** What `ps.stats[8]` means in a statement. */
const clientTargets = new LuaTable<string, Target>()
const entityTargets = new LuaTable<string, Target>()

/** Sets the fields `NAME=VALUE` of a statement. */
export function setFields(entity: number, isClient: boolean, statement: string): void {
  const values = valuesOf(entity)
  // a map's entity that is spoken of is there; of clients the tape tells
  if (!isClient) values.set('inuse', 1)
  if (isClient && moves.has(entity)) {
    const [placed] = string.find(statement, '\tps.origin=', 1, true)
    if (placed !== undefined) endMove(entity, values)
  }
  const targets = isClient ? clientTargets : entityTargets
  for (const [key, text] of string.gmatch(statement, '([^\t=]+)=([^\t]*)')) {
    const { field, index } = targets.get(key) ?? targetOf(key, isClient)
    if (index === undefined) values.set(field.name, tapeValue(text))
    else membersOf(values, field.name).set(index, numberOf(text))
  }
}

function targetOf(key: string, isClient: boolean): Target {
  const [array, member] = string.match(key, '^(.+)%[(%d+)%]$')
  const field = fieldNamed(array ?? key, isClient)
  const index = array === undefined ? undefined : numberOf(member)
  if (field === undefined) return error(`there is no field ${key}`, 0)
  if ((index === undefined) !== (field.size === 0)) error(`${key}: an array needs an index, and only an array`, 0)
  if (index !== undefined && index >= field.size) error(`${key}: the array has ${field.size} members`, 0)
  const target = { field, index }
  ;(isClient ? clientTargets : entityTargets).set(key, target)
  return target
}

export function setWeaponCounts(slot: number, weapon: number, counts: number[]): void {
  membersOf(valuesOf(slot), 'sess.aWeaponStats').set(weapon, counts as unknown as number)
}

/** As if nobody had ever used it; another entity than a client slot is told from a new one by its class. */
export function forget(entity: number): void {
  moves.delete(entity)
  entities.delete(entity)
  if (entity >= MAX_CLIENTS) valuesOf(entity).set('classname', 'freed')
}

export function isUsed(entity: number): boolean {
  return (entities.get(entity)?.get('inuse') ?? 0) !== 0
}

/** How many entities are free, of those that a map may use. */
export function freeEntities(): number {
  let count = 0
  for (let entity = MAX_CLIENTS; entity < MAX_ENTITIES - 2; entity++) if (!isUsed(entity)) count++
  return count
}

function valuesOf(entity: number): Values {
  let values = entities.get(entity)
  if (values === undefined) {
    checkEntity(entity)
    values = new LuaTable<string, Value>()
    values.set('s.number', entity)
    entities.set(entity, values)
  }
  return values
}

function membersOf(values: Values, name: string): Members {
  let members = values.get(name) as Members | undefined
  if (members === undefined) {
    members = new LuaTable<number, number>()
    values.set(name, members)
  }
  return members
}

import { isUsed, readField } from './world.ts'

/** Keys of a map's editor, and the field where the engine keeps them (its own name unless told otherwise). */
const KEYS: Record<string, string> = {
  origin: 's.origin',
  angles: 's.angles',
  popup: 'message',
  book: 'message',
  shortname: 'message',
  scriptname: 'scriptName',
  missionlevel: 'missionLevel',
  shader: 'dl_shader',
  color: 'dl_color',
  _color: 'dl_color',
  stylestring: 'dl_stylestring',
  dmg: 'damage',
  override: 'spawnitem',
  svflags: 'r.svFlags',
  eflags: 's.eFlags',
  mins: 'r.mins',
  maxs: 'r.maxs',
  contents: 'r.contents',
  time: 'speed',
}

const OWN_NAMES =
  'classname model model2 spawnflags speed closespeed target targetname message wait random count health duration ' +
  'rotate key harc varc delay radius start_size end_size spawnitem track clipmask count2 '

/** A key as it is now; nil for an unused entity. Raises an error for a key that the engine or this emulator lacks. */
export function spawnVariable(entity: number, key: string): unknown {
  const name = string.lower(key)
  const [known] = string.find(OWN_NAMES, `${name} `, 1, true)
  const field = KEYS[name] ?? (known === undefined ? undefined : name)
  if (field === undefined) return error(`tried to get invalid spawn var "${key}"`)
  return isUsed(entity) ? readField(entity, field, undefined) : undefined
}

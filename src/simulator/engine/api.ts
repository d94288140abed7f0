import { CONSTANTS } from '../constants.ts'
import { trace } from './boxes.ts'
import { clock } from './clock.ts'
import { frame } from './counters.ts'
import { fail } from './failure.ts'
import { closeFile, listFiles, openFile, readFile, renameFile, writeFile } from './files.ts'
import { fuzz, nonsense, strikes } from './fuzz.ts'
import { cleanText, infoValue, withKey, withoutKey } from './info-strings.ts'
import { module, printed, sendMessage } from './module.ts'
import { note, quoted } from './report.ts'
import { spawnVariable } from './spawn-variables.ts'
import { configstring, cvar, setConfigstring, setCvar, userinfo } from './variables.ts'
import { freeEntities, readField, server } from './world.ts'

const MAX_CONFIGSTRINGS = 1024

/** Members that the tape sets, such as the constants of another build. */
const overrides = new LuaTable<string, unknown>()
const removed = new LuaTable<string, boolean>()

export function setMember(name: string, value: unknown): void {
  overrides.set(name, value)
  removed.set(name, value === undefined)
}

/** The words of the command that the engine is passing on. */
let words: readonly string[] = []

export function setWords(command: readonly string[]): void {
  words = command
}

/** What a telemetry module has no business with: a call raises an error, so that it shows. */
const CHANGES_THE_GAME = [
  'AddWeaponToPlayer',
  'ClientUserinfoChanged',
  'G_AddEvent',
  'G_AddSkillPoints',
  'G_ClientSound',
  'G_CreateEntity',
  'G_Damage',
  'G_DeleteEntity',
  'G_FreeEntity',
  'G_LoseSkillPoints',
  'G_ModelIndex',
  'G_ResetRemappedShaders',
  'G_ResetXP',
  'G_Say',
  'G_SetEntState',
  'G_SetGlobalFog',
  'G_SetSpawnVar',
  'G_ShaderRemap',
  'G_ShaderRemapFlush',
  'G_Sound',
  'G_SoundIndex',
  'G_TempEntity',
  'G_XP_Set',
  'G_globalSound',
  'MutePlayer',
  'RemoveWeaponFromPlayer',
  'UnmutePlayer',
  'gentity_set',
  'trap_DropClient',
  'trap_LinkEntity',
  'trap_SetUserinfo',
  'trap_UnlinkEntity',
]

/** A new table `et`, as each state of the module gets one. */
export function newApi(): object {
  const et = new LuaTable<string, unknown>()
  for (const [name, value] of pairs(CONSTANTS)) et.set(name, value)
  for (const [name, member] of pairs(FUNCTIONS)) et.set(name, member)
  for (const name of CHANGES_THE_GAME) et.set(name, () => error(`et.${name} changes the game, which the tape does not`))
  for (const [name, value] of overrides) et.set(name, value)
  for (const [name, gone] of removed) if (gone) et.delete(name)
  return et
}

function currentWeapon(slot: number): LuaMultiReturn<[unknown, unknown, unknown]> {
  const weapon = readField(slot, 'ps.weapon', undefined) as number
  return $multi(weapon, readField(slot, 'ps.ammo', weapon), readField(slot, 'ps.ammoclip', weapon))
}

/** Name and signature. */
function findModule(number: number): LuaMultiReturn<[string, string] | [undefined, undefined]> {
  if (number !== 0 || !module.loaded) return $multi(undefined, undefined)
  return $multi(module.name, string.rep('0', 40))
}

const FUNCTIONS: Readonly<Record<string, (this: void, ...args: never[]) => unknown>> = {
  gentity_get(entity: number, field: string, index?: number): unknown {
    frame.reads++
    if (fuzz.permille > 0 && strikes()) return nonsense()
    return readField(entity, field, index)
  },
  G_GetSpawnVar(entity: number, key: string): unknown {
    frame.reads++
    if (fuzz.permille > 0 && strikes()) return nonsense()
    return spawnVariable(entity, key)
  },
  GetCurrentWeapon: currentWeapon,
  G_EntitiesFree: freeEntities,
  trap_Trace(
    start: readonly number[],
    mins: readonly number[] | undefined,
    maxs: readonly number[] | undefined,
    end: readonly number[],
    _ignored: number,
    mask: number,
  ): unknown {
    frame.traces++
    if (fuzz.permille > 0 && strikes()) return nonsense()
    return trace(start, mins, maxs, end, mask)
  },
  G_HistoricalTrace(
    _entity: number,
    start: readonly number[],
    mins: readonly number[] | undefined,
    maxs: readonly number[] | undefined,
    end: readonly number[],
    _ignored: number,
    mask: number,
  ): unknown {
    frame.traces++
    if (fuzz.permille > 0 && strikes()) return nonsense()
    return trace(start, mins, maxs, end, mask)
  },

  trap_Cvar_Get(name: string): unknown {
    if (fuzz.permille > 0 && strikes()) return nonsense()
    return cvar(name)
  },
  trap_Cvar_Set(name: string, value: string | number): void {
    setCvar(name, tostring(value))
  },
  trap_GetConfigstring(index: number): unknown {
    if (index < 0 || index >= MAX_CONFIGSTRINGS) fail(`no configstring ${index}`)
    if (fuzz.permille > 0 && strikes()) return nonsense()
    return configstring(index)
  },
  trap_SetConfigstring(index: number, value: string | number): void {
    if (index < 0 || index >= MAX_CONFIGSTRINGS) fail(`no configstring ${index}`)
    setConfigstring(index, tostring(value))
  },
  trap_GetUserinfo(slot: number): unknown {
    if (slot < 0 || slot >= server.slots) fail(`trap_GetUserinfo: no slot ${slot}`)
    if (fuzz.permille > 0 && strikes()) return nonsense()
    return userinfo(slot)
  },
  Info_ValueForKey: infoValue,
  Info_SetValueForKey: withKey,
  Info_RemoveKey: withoutKey,
  Q_CleanStr: cleanText,
  ClientNumberFromString(part: string): number | undefined {
    let found: number | undefined
    for (let slot = 0; slot < server.slots; slot++) {
      const name = string.lower(cleanText(readField(slot, 'pers.netname', undefined) as string))
      const [at] = string.find(name, string.lower(part), 1, true)
      if (readField(slot, 'pers.connected', undefined) === 2 && at !== undefined) {
        if (found !== undefined) return undefined
        found = slot
      }
    }
    return found
  },

  trap_Milliseconds: (): number => clock.process,
  isBitSet(mask: number, value: number): boolean {
    let [left, right] = [mask % 2 ** 32, value % 2 ** 32]
    while (left > 0 && right > 0) {
      if (left % 2 === 1 && right % 2 === 1) return true
      left = Math.floor(left / 2)
      right = Math.floor(right / 2)
    }
    return false
  },
  trap_Argc: (): number => words.length,
  trap_Argv: (index: number): string => words[index] ?? '',
  ConcatArgs(from: number): string {
    const rest: string[] = []
    for (let index = from; index < words.length; index++) rest.push(words[index])
    return rest.join(' ')
  },

  G_Print: (text: string): void => note('print', quoted(string.sub(text, 1, 1023))),
  G_LogPrint(text: string): void {
    note('print', quoted(text))
    printed(text)
  },
  trap_SendServerCommand(slot: number, command: string): void {
    note('server', tostring(slot), quoted(string.sub(command, 1, 1022)))
  },
  trap_SendConsoleCommand(when: number, command: string): void {
    note('console', tostring(when), quoted(command))
  },

  RegisterModname(name: string): void {
    // in the chunk itself the engine does not know the state yet
    if (module.loaded) module.name = string.sub(name, 1, 255)
  },
  FindSelf: (): number | undefined => (module.loaded ? 0 : undefined),
  FindMod: findModule,
  IPCSend: sendMessage,

  trap_FS_FOpenFile: openFile,
  trap_FS_Read: readFile,
  trap_FS_Write: writeFile,
  trap_FS_FCloseFile: closeFile,
  trap_FS_Rename: renameFile,
  trap_FS_GetFileList: listFiles,
}

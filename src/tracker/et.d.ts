/**
 * What the engine offers to a module, as far as the tracker uses it. Every call can raise an error, and every read can
 * give nil: engine.ts is the only place that calls these.
 */
declare namespace et {
  /** A field of an entity; `index` counts from 0. Unknown fields raise an error; an empty slot reads zeros. */
  function gentity_get(this: void, entity: number, field: string, index?: number): unknown
  /** A console variable, always as text; empty if there is none of the name. */
  function trap_Cvar_Get(this: void, name: string): string
  /** Configstring 0 to 1023, always as text. */
  function trap_GetConfigstring(this: void, index: number): string
  /** Only for slots below `sv_maxclients`: a greater one stops the server. */
  function trap_GetUserinfo(this: void, slot: number): string
  /** The value of a key in a text like `\key\value`; empty if absent. */
  function Info_ValueForKey(this: void, info: string, key: string): string
  /** Prints to the console; is not seen by et_Print. */
  function G_Print(this: void, text: string): void
  function trap_SendServerCommand(this: void, slot: number, command: string): void
  function trap_Argc(this: void): number
  function trap_Argv(this: void, index: number): string
  function RegisterModname(this: void, name: string): void
  /** Handle (0: failed) and length (-1: failed). */
  function trap_FS_FOpenFile(this: void, name: string, mode: number): LuaMultiReturn<[number, number]>
  function trap_FS_Read(this: void, handle: number, count: number): string
  /** The number of bytes written. */
  function trap_FS_Write(this: void, data: string, count: number, handle: number): number
  function trap_FS_FCloseFile(this: void, handle: number): void
  function trap_FS_Rename(this: void, from: string, to: string): void
  /** World hits have `fraction` below 1. */
  function trap_Trace(
    this: void,
    start: readonly number[],
    mins: readonly number[] | undefined,
    maxs: readonly number[] | undefined,
    end: readonly number[],
    ignored: number,
    mask: number,
  ): { readonly fraction: number }
  /** A field of an entity under its name in the map editor; nil for an unused entity. */
  function G_GetSpawnVar(this: void, entity: number, key: string): unknown
}

/** The hooks that the engine looks up by name. None may return a value but for the two commands (L-6). */
declare var et_InitGame: (this: void, levelTime: number, seed: number, restart: number) => void
declare var et_ShutdownGame: (this: void, restart: number) => void
declare var et_RunFrame: (this: void, levelTime: number) => void
declare var et_ClientConnect: (this: void, slot: number, firstTime: number, isBot: number) => void
declare var et_ClientBegin: (this: void, slot: number) => void
declare var et_ClientUserinfoChanged: (this: void, slot: number) => void
declare var et_ClientSpawn: (this: void, slot: number, revived: number, teamChange: number) => void
declare var et_ClientDisconnect: (this: void, slot: number) => void
declare var et_ClientCommand: (this: void, slot: number, command: string) => number | undefined
declare var et_ConsoleCommand: (this: void, command: string) => number | undefined
declare var et_Damage: (
  this: void,
  target: number,
  attacker: number,
  damage: number,
  flags: number,
  mod: number,
) => void
declare var et_Obituary: (this: void, victim: number, killer: number, mod: number) => void
declare var et_Revive: (this: void, revived: number, medic: number) => void
declare var et_WeaponFire: (this: void, slot: number, weapon: number) => void
declare var et_Print: (this: void, text: string) => void

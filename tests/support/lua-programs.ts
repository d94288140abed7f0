import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Played, play } from '../../src/simulator/play.ts'
import { Tape } from '../../src/simulator/tape.ts'
import { NATIVE_LUAS, type NativeLua, playNatively } from './native-lua.ts'

/** The compiled emulator. Throws an Error if it is not built. */
export function engineProgram(): string {
  const path = join(import.meta.dirname, '../../dist/proximity_engine.lua')
  if (!existsSync(path)) throw new Error('dist/proximity_engine.lua is not built: npm run build:lua')
  return readFileSync(path, 'utf8')
}

/** The Luas that are here: the one in WebAssembly always is. */
export const LUAS: readonly ('wasm' | NativeLua)[] = ['wasm', ...NATIVE_LUAS]

/** Plays a tape through a module written in Lua. */
export async function playOn(
  lua: (typeof LUAS)[number],
  module: string,
  tape: Pick<Tape, 'bytes'>,
  given?: ReadonlyMap<string, Uint8Array>,
): Promise<Played> {
  const programs = { module, engine: engineProgram() }
  return lua === 'wasm' ? await play(programs, tape.bytes(), given) : playNatively(lua, programs, tape.bytes(), given)
}

/** A tape that begins as a server does: with clocks, a few variables and one state of the module. */
export function startedTape(): Tape {
  const tape = new Tape()
  tape.time(1_771_445_400, 10_000, 300)
  tape.cvars({ mapname: 'supply', sv_maxclients: '20' })
  tape.vm()
  return tape
}

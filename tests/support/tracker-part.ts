import { spawnSync } from 'node:child_process'
import { NATIVE_LUAS, type NativeLua } from './native-lua.ts'
import { replaced, trackerProgram } from './tracker.ts'

const ENTRY = 'local ____entry = require("src.tracker.main", ...)\nreturn ____entry'

/**
 * Runs Lua code inside the compiled tracker in place of its main module: `require('src.tracker.NAME')` gives what a
 * module exports. Gives what the code prints, a string for each line. Throws an Error with the code's error.
 */
export function runInTracker(code: string, lua: NativeLua | undefined = NATIVE_LUAS[0]): string[] {
  if (lua === undefined) throw new Error('neither lua5.4 nor luajit is installed')
  const ran = spawnSync(lua, ['-'], {
    input: replaced(trackerProgram(), ENTRY, code),
    encoding: 'utf8',
    timeout: 20_000,
  })
  if (ran.status !== 0) throw new Error(`${lua}: ${ran.stderr || ran.signal}`)
  return ran.stdout.split('\n').slice(0, -1)
}

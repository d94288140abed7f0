import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Played, Programs } from '../../src/simulator/play.ts'
import { parseReport } from '../../src/simulator/report.ts'

/** The programs that a game server may have inside: ET:Legacy is built with one of the two. */
export type NativeLua = 'lua5.4' | 'luajit'

/** Those that are installed. What is missing is said: tests skip it, as `.ci/run` tells too. */
export const NATIVE_LUAS: readonly NativeLua[] = (['lua5.4', 'luajit'] as const).filter((program) => {
  const installed = spawnSync(program, ['-v']).error === undefined
  if (!installed) console.warn(`*** NOT INSTALLED: ${program}; the tests that need it are skipped ***`)
  return installed
})

/** As `play`, in a native Lua and with files on the disk. */
export function playNatively(
  lua: NativeLua,
  { module, engine }: Programs,
  tape: Uint8Array,
  given: ReadonlyMap<string, Uint8Array> = new Map(),
): Played {
  const folder = mkdtempSync(join(tmpdir(), 'proximity-lua-'))
  try {
    const path = (name: string) => join(folder, name)
    writeFileSync(path('proximity_tracker.lua'), module)
    writeFileSync(path('proximity_engine.lua'), engine)
    writeFileSync(path('tape'), tape)
    const game = path('out/legacy')
    for (const [name, bytes] of given) {
      mkdirSync(dirname(join(game, name)), { recursive: true })
      writeFileSync(join(game, name), bytes)
    }
    const ran = spawnSync(lua, ['proximity_engine.lua', 'proximity_tracker.lua', 'tape', path('out')], { cwd: folder })
    if (ran.status !== 0) throw new Error(`${lua}: ${ran.stderr}`)
    const files = readdirSync(game, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
    return {
      files: new Map(files.map((file) => [file.slice(game.length + 1), new Uint8Array(readFileSync(file))])),
      report: parseReport(readFileSync(path('out/report.txt'))),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

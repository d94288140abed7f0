import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Parsed, parseRound } from '../../src/parser/parse-round.ts'
import { playMatch } from '../../src/simulator/match.ts'
import type { Played } from '../../src/simulator/play.ts'
import { SCENARIOS } from '../../src/simulator/scenarios.ts'
import type { Tape } from '../../src/simulator/tape.ts'
import { type LUAS, playOn } from './lua-programs.ts'
import { NATIVE_LUAS } from './native-lua.ts'

/** The compiled tracker. Throws an Error if it is not built. */
export function trackerProgram(): string {
  const path = join(import.meta.dirname, '../../dist/proximity_tracker.lua')
  if (!existsSync(path)) throw new Error('dist/proximity_tracker.lua is not built: npm run build:lua')
  return readFileSync(path, 'utf8')
}

/** One Lua is enough for a rule that does not depend on the Lua: the fastest that is here. */
const [ANY_LUA = 'wasm'] = NATIVE_LUAS

/** What a test lets go wrong, and on which Lua. */
export interface Staging {
  readonly lua?: (typeof LUAS)[number]
  /** Lua that runs before the tracker, in the same environment: the engine as it is on a bad day. */
  readonly before?: string
  /** Files in the game's folder. */
  readonly given?: Readonly<Record<string, string>>
  /** Changes the tracker itself, to let a part of it fail. */
  readonly broken?: (program: string) => string
}

/** Plays a tape through the tracker. */
export async function track(
  tape: Pick<Tape, 'bytes'> | { readonly tape: Tape },
  { lua = ANY_LUA, before = '', given = {}, broken = (program) => program }: Staging = {},
): Promise<Tracked> {
  const files = new Map(Object.entries(given).map(([name, text]) => [name, Buffer.from(text)]))
  const played = await playOn(lua, `${before}\n${broken(trackerProgram())}`, 'tape' in tape ? tape.tape : tape, files)
  const names = [...played.files.keys()].filter((name) => name.endsWith('_engagements.txt')).sort()
  return {
    ...played,
    rounds: names.map((name) => ({ name, bytes: bytesOf(played, name), ...parseRound(bytesOf(played, name)) })),
  }
}

/** What a tape left, with the round files understood, in the order of their names. */
export interface Tracked extends Played {
  readonly rounds: readonly (Parsed & { readonly name: string; readonly bytes: Uint8Array })[]
}

/** Replaces exactly one place of the program. Throws an Error if that is not there, or not alone. */
export function replaced(program: string, from: string, to: string): string {
  const parts = program.split(from)
  if (parts.length !== 2) throw new Error(`the program has ${parts.length - 1} times ${from}`)
  return parts.join(to)
}

function bytesOf({ files }: Played, name: string): Uint8Array {
  return files.get(name) as Uint8Array
}

/** The only file of a play. Throws an Error if there is none, or more than one. */
export function onlyRound({ rounds, report }: Tracked): Tracked['rounds'][number] {
  const [round] = rounds
  if (round === undefined || rounds.length > 1) {
    throw new Error(`${rounds.length} files; errors: ${JSON.stringify(report.errors)}; ${report.prints.join('')}`)
  }
  return round
}

/** The tape of a scenario. */
export function scenario(name: keyof typeof SCENARIOS): Pick<Tape, 'bytes'> {
  const { tape } = playMatch(SCENARIOS[name])
  return { bytes: () => tape }
}

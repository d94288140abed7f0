import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { engineProgram } from '../../../tests/support/lua-programs.ts'
import type { Truth } from '../../simulator/truth.ts'
import { playSeason, TRUTH } from './play-season.ts'

/** A module that writes a file for each round that reached its intermission, and fails in the game once. */
const MODULE = `
local state
function et_RunFrame(time)
  local now = et.trap_Cvar_Get('gamestate')
  if now == '3' and state == '0' then
    local round = et.trap_Cvar_Get('g_currentRound') == '1' and 1 or 2
    local name = string.format('proximity/2026-11-20-%s-%s-round-%d_engagements.txt', os.date('!%H%M%S'), et.trap_Cvar_Get('mapname'), round)
    local file = et.trap_FS_FOpenFile(name, et.FS_WRITE)
    et.trap_FS_Write('round', 5, file)
    et.trap_FS_FCloseFile(file)
    file = et.trap_FS_FOpenFile('proximity/journal.txt', et.FS_WRITE)
    et.trap_FS_FCloseFile(file)
  end
  state = now
end
function et_InitGame(time, seed, restart) if restart == 0 then error('once a match') end end
`

test('a season is played on threads: its files, the truth, and what went wrong in the module', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'season-'))
  try {
    const programs = { module: MODULE, engine: engineProgram() }
    const told: number[] = []
    const plan = { seed: 3, evenings: 1, players: 2, last_unix: 1_795_201_200 }
    const season = await playSeason(programs, plan, folder, (done) => told.push(done))
    const truth: Truth = JSON.parse(readFileSync(join(folder, TRUTH), 'utf8'))
    const ended = truth.rounds.filter(({ reason }) => reason !== 'restart')
    expect(season).toMatchObject({ rounds: truth.rounds.length, files: ended.length })
    expect(season.errors).toHaveLength(told.length)
    expect(season.errors[0]).toMatch(/^et_InitGame: .*once a match/)
    expect(told).toEqual(told.map((_, i) => i + 1))
    expect(readdirSync(folder).filter((name) => name !== TRUTH)).toHaveLength(ended.length)
    expect(truth.people).toHaveLength(2)
  } finally {
    rmSync(folder, { recursive: true })
  }
}, 60_000)

import { expect, test } from 'vitest'
import { SmallServer } from '../support/small-server.ts'
import { onlyRound, track } from '../support/tracker.ts'

const CS = { info: 13, winner: 14 } as const

async function outcomeOf(server: SmallServer) {
  return onlyRound(await track(server)).round.rows.round_outcome[0]
}

/** A round of which some more than a second is played. */
function aRound(cvars: Readonly<Record<string, string>> = {}) {
  return new SmallServer({ timelimit: '12.5', ...cvars }).join(1).join(2).restart(0).run(1_000)
}

test.each([
  ['Wolf EndRound.', 'objective'],
  ['Timelimit hit.', 'time_limit'],
  ['Axis Surrender', 'surrender'],
  ['Allies Surrender', 'surrender'],
  ['Axis team eliminated.', 'eliminated'],
  ['Allied team eliminated.', 'eliminated'],
  ['Nextmap vote passed', 'map_change'],
  ['Axis team has the most survivors.', 'other'],
])('a round that the game ends with "%s" ended by %s', async (text, reason) => {
  expect(await outcomeOf(aRound().end(text))).toMatchObject({ end_reason: reason, end_text: text })
})

test('an end that is queued already does not change the reason', async () => {
  const server = aRound().print('Exit: Axis Surrender').end('Timelimit hit. (already triggered)')
  expect(await outcomeOf(server)).toMatchObject({ end_reason: 'surrender', end_text: 'Axis Surrender' })
})

test.each([
  ['restart', 1, '0'],
  ['map_change', 0, '-1'],
  ['server_stop', 0, '0'],
] as const)('a round without an end of its own is a %s, and nobody has won it', async (reason, restart, gamestate) => {
  const server = aRound()
  server.tape.cvars({ gamestate, g_nextTimeLimit: '4' })
  expect(await outcomeOf(server.shutdown(restart))).toMatchObject({
    ...{ end_reason: reason, end_text: '', winner_team: null, next_time_limit_ms: null },
  })
})

test('the winner is whom the map names at the end, not its holder at the start', async () => {
  const server = aRound()
  server.tape.configstrings({ [CS.winner]: '\\w\\1' })
  expect(await outcomeOf(server.end('Wolf EndRound.'))).toMatchObject({ winner_team: 'ALLIES' })
  const draw = aRound()
  draw.tape.configstrings({ [CS.winner]: '\\w\\-1' })
  expect(await outcomeOf(draw.end())).toMatchObject({ winner_team: null })
})

test('the winner is read again when the round is over, since scripts may set it late', async () => {
  const server = aRound().print('Exit: Timelimit hit.')
  server.tape.configstrings({ [CS.winner]: '\\w\\1' })
  expect(await outcomeOf(server.end())).toMatchObject({ winner_team: 'ALLIES' })
})

test('the defender is Axis unless the map says otherwise', async () => {
  const allies = aRound()
  allies.tape.configstrings({ [CS.info]: '\\o\\2\\d\\1' })
  expect(await outcomeOf(allies.end())).toMatchObject({ defender_team: 'ALLIES' })
  const silent = aRound()
  silent.tape.configstrings({ [CS.info]: '\\o\\2' })
  expect(await outcomeOf(silent.end())).toMatchObject({ defender_team: 'AXIS' })
  const unknown = aRound()
  unknown.tape.configstrings({ [CS.info]: '' })
  expect(await outcomeOf(unknown.end())).toMatchObject({ defender_team: null })
})

test('limits of time are ms, and there is one to beat in the second round only', async () => {
  expect(await outcomeOf(aRound().end())).toMatchObject({
    ...{ time_limit_ms: 750_000, time_to_beat_ms: null, next_time_limit_ms: 600_000 },
  })
  const second = aRound({ g_currentRound: '1', timelimit: '0.060833' }).end()
  expect(await outcomeOf(second)).toMatchObject({ time_limit_ms: 3_650, time_to_beat_ms: 3_650 })
  expect(await outcomeOf(aRound({ timelimit: '0' }).end())).toMatchObject({ time_limit_ms: null })
})

test('a limit that the map sets after the start of play is the limit', async () => {
  const server = aRound()
  server.tape.cvars({ timelimit: '3' })
  expect(await outcomeOf(server.end())).toMatchObject({ time_limit_ms: 180_000 })
})

test('pauses are no part of the duration', async () => {
  expect(await outcomeOf(aRound().pause(7_000).run(500).end())).toMatchObject({
    ...{ duration_ms: 750 + 1_000 + 500 + 50, pause_count: 1, paused_ms: 7_000 },
  })
})

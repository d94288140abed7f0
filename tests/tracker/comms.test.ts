import { expect, test } from 'vitest'
import { guidOf, SmallServer } from '../support/small-server.ts'
import { onlyRound, track } from '../support/tracker.ts'

const ON = { given: { 'proximity_config.lua': 'return { sensors = { comm_events = true } }' } }

function aTalk() {
  const server = new SmallServer().join(1).restart(0)
  server.tape.command(1, 'vsay_team', 'Medic', 'secret words')
  server.tape.command(1, 'say', 'secret words')
  server.tape.command(1, 'SAY_TEAM', 'secret')
  server.tape.command(1, 'vsay', 'secret words in one')
  server.tape.command(1, 'kill')
  return server.run(100).end()
}

test('talk is off unless it is switched on', async () => {
  expect(onlyRound(await track(aTalk())).round.rows.comm_events).toEqual([])
})

test('talk is its kind and the macro of a voice command, and no word of the talk', async () => {
  const { round, bytes } = onlyRound(await track(aTalk(), ON))
  expect(round.rows.comm_events.map(({ guid, cmd, arg }) => [guid, cmd, arg])).toEqual([
    [guidOf(1), 'vsay_team', 'Medic'],
    [guidOf(1), 'say', ''],
    [guidOf(1), 'say_team', ''],
    [guidOf(1), 'vsay', ''],
  ])
  expect(Buffer.from(bytes).includes('secret')).toBe(false)
})

import { expect, test } from 'vitest'
import { liveGame, rowsAfter } from '../support/played-round.ts'
import { guidOf, SPECTATOR } from '../support/small-server.ts'
import { onlyRound, track } from '../support/tracker.ts'

test('the skills are those at the end of the round, of everybody who plays then', async () => {
  const server = liveGame(3).join(5, { team: SPECTATOR }).run(100).leave(2)
  const levels = [1, 2, 3, 4, 0, 1, 2]
  for (const [i, level] of levels.entries()) server.set(0, { [`sess.skill[${i}]`]: level })
  expect((await rowsAfter(server)).skill_snapshot).toEqual([
    {
      ...{ guid: guidOf(0), name: 'player 0', team: 'AXIS', battle_sense: 1, engineering: 2, first_aid: 3 },
      ...{ signals: 4, light_weapons: 0, heavy_weapons: 1, covertops: 2 },
    },
    expect.objectContaining({ guid: guidOf(1), battle_sense: 0 }),
  ])
})

test('every spawn tells the chosen place, and a revive is none', async () => {
  const server = liveGame(3).set(0, { 'sess.userSpawnPointValue': 4, 'pers.lastSpawnTime': 12_345 })
  const spawned = server.hit(1, 0, 120).run(2_000).tapOut(0).run(1_000).now - server.start
  server.spawn(0).run(100).hit(1, 0, 120).run(100).revive(0, 2)
  const chosen = (await rowsAfter(server)).spawn_select.filter(({ time_ms }) => time_ms > 500)
  expect(chosen).toEqual([
    { time_ms: spawned, guid: guidOf(0), name: 'player 0', team: 'AXIS', spawn_index: 4, last_spawn_time: 12_345 },
  ])
})

test('a choice that the engine does not tell is -1', async () => {
  const before = `
local real = et.gentity_get
function et.gentity_get(entity, name, index)
  if name == "sess.userSpawnPointValue" then error("this build has no such field") end
  return real(entity, name, index)
end`
  const { rows } = onlyRound(await track(liveGame(2).end(), { before })).round
  expect(rows.spawn_select.map(({ spawn_index }) => spawn_index)).toEqual([-1, -1])
})

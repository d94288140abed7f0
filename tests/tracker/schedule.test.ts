import { describe, expect, test } from 'vitest'
import { NATIVE_LUAS } from '../support/native-lua.ts'
import { runInTracker } from '../support/tracker-part.ts'

/** Sensors that are on but for one, and frames of 50 ms. */
const GAME = `
et = { G_Print = function() end }
local clock = require('src.tracker.clock').clock
local schedule = require('src.tracker.schedule')
local sensors = require('src.tracker.sensors')
local off = 'none'
sensors.openSensors(function(name) return name ~= off end)
local function frames(count, work)
  for _ = 1, count do
    clock.now_ms = clock.now_ms + 50
    work()
  end
end
local function rows(key) return sensors.bufferOf(key).rows end
`

const run = (code: string): string[] => runInTracker(`${GAME}${code}`)

describe.skipIf(NATIVE_LUAS.length === 0)('work that waits', () => {
  test('is done in the order of the calls, rows and other work alike', () => {
    const done = run(`
for i = 1, 9 do
  if i % 3 == 0 then schedule.recordLater('pauses', { start_time_ms = i, duration_ms = i })
  else schedule.defer('deaths', function() print(i, rows('pauses')) end) end
end
while schedule.runDeferred() do end
print('end', rows('pauses'))`)
    expect(done).toEqual(['1\t0', '2\t0', '4\t1', '5\t1', '7\t2', '8\t2', 'end\t3'])
  })

  test.each([1, 5, 32, 33, 1_000])(
    'of %i pieces that come at once is done once each, a small share a frame',
    (count) => {
      const done = run(`
local times, most = {}, 0
for i = 1, ${count} do schedule.defer('deaths', function() times[i] = (times[i] or 0) + 1 end) end
local frames, wrong = 0, 0
repeat
  local before = schedule.deferredCount()
  local more = schedule.runDeferred()
  frames = frames + 1
  most = math.max(most, before - schedule.deferredCount())
  if more ~= (schedule.deferredCount() > 0) then wrong = wrong + 1 end
until not more or frames > 2000
for i = 1, ${count} do if times[i] ~= 1 then wrong = wrong + 1 end end
print(wrong, most, frames)`)
      const [wrong = -1, most = -1, frames = -1] = (done[0] as string).split('\t').map(Number)
      expect(wrong).toBe(0)
      expect(most).toBeLessThanOrEqual(Math.max(1, Math.ceil(count / 8)))
      // ten seconds after the worst moment of a round nothing of it is left
      expect(frames).toBeLessThanOrEqual(200)
    },
  )

  test('is done faster at the end of a round, and no more than there is', () => {
    const [line] = run(`
local did = 0
for i = 1, 10 do schedule.defer('deaths', function() did = did + 1 end) end
local first = schedule.runDeferred(7)
local after = did
print(tostring(first), after, tostring(schedule.runDeferred(7)), did)`)
    expect(line).toBe('true\t7\tfalse\t10')
  })

  test('that comes from work is done too, after what waits already', () => {
    const done = run(`
schedule.defer('deaths', function() print('first') schedule.defer('deaths', function() print('third') end) end)
schedule.defer('deaths', function() print('second') end)
for _ = 1, 5 do schedule.runDeferred() end`)
    expect(done).toEqual(['first', 'second', 'third'])
  })

  test('of one sensor that fails is its own affair, and that of one that is off is left undone', () => {
    const done = run(`
off = 'kill_outcome_tracking'
sensors.openSensors(function(name) return name ~= off end)
schedule.defer('deaths', function() error('broken') end)
schedule.defer('kill_outcome_tracking', function() print('off') end)
schedule.defer('revives', function() print('on') end)
for _ = 1, 5 do schedule.runDeferred() end
for _, sensor in ipairs(sensors.allSensors()) do
  if sensor.errors > 0 then print(sensor.name, sensor.errors, sensor.reason) end
end`)
    expect(done).toEqual(['on', expect.stringMatching(/^deaths\t1\t.*broken$/)])
  })
})

describe.skipIf(NATIVE_LUAS.length === 0)('a sensor that looks', () => {
  test('at intervals does so first after its offset, and is told how long it has been (L-12)', () => {
    const looks = run(`
schedule.every('revives', 200, 100, function(elapsed) print(clock.now_ms, elapsed) end)
schedule.startTasks()
frames(12, schedule.runTasks)`)
    expect(looks).toEqual(['100\t100', '300\t200', '500\t200'])
  })

  test('catches up with nothing after a frame that came late, and the file says how long it was (L-12)', () => {
    const looks = run(`
schedule.every('revives', 200, 0, function(elapsed) print(clock.now_ms, elapsed) end)
schedule.startTasks()
frames(5, schedule.runTasks)
clock.now_ms = 1000
schedule.runTasks()
frames(4, schedule.runTasks)
for _, sensor in ipairs(sensors.allSensors()) do
  if sensor.name == 'revives' then print('longest', sensor.interval_ms, sensor.longest_ms) end
end`)
    expect(looks).toEqual(['50\t50', '200\t150', '1000\t800', '1200\t200', 'longest\t200\t800'])
  })

  test('in every frame does, and says itself how often', () => {
    const looks = run(`
local count = 0
schedule.every('revives', 0, 0, function() count = count + 1 end)
schedule.startTasks()
frames(10, schedule.runTasks)
for _, sensor in ipairs(sensors.allSensors()) do
  if sensor.name == 'revives' then print(count, tostring(sensor.longest_ms)) end
end`)
    expect(looks).toEqual(['10\tnil'])
  })

  test('looks no more when it is off or has failed a hundred times', () => {
    const looks = run(`
local asked, broken = 0, 0
off = 'revives'
sensors.openSensors(function(name) return name ~= off end)
schedule.every('revives', 50, 0, function() asked = asked + 1 end)
schedule.every('deaths', 50, 0, function() broken = broken + 1 error('broken') end)
schedule.startTasks()
frames(300, schedule.runTasks)
print(asked, broken)`)
    expect(looks).toEqual(['0\t100'])
  })
})

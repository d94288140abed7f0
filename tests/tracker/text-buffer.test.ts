import { describe, expect, test } from 'vitest'
import { NATIVE_LUAS } from '../support/native-lua.ts'
import { runInTracker } from '../support/tracker-part.ts'

/** Texts of random bytes, and the checksum of RFC 1950 byte by byte. */
const BUFFERS = `
local text = require('src.tracker.text-buffer')
local state = 7
local function draw(limit)
  state = state * 16807 % 2147483647
  return state % limit
end
local function line(length)
  local bytes = {}
  for i = 1, length do bytes[i] = string.char(draw(246) + 10) end
  return (string.gsub(table.concat(bytes), '\\n', ' '))
end
local function adler(whole)
  local low, high = 1, 0
  for i = 1, #whole do
    low = (low + string.byte(whole, i)) % 65521
    high = (high + low) % 65521
  end
  return high * 65536 + low
end
local function summed(buffer)
  local bytes = buffer.summed_bytes
  for i = 1, buffer.summed do bytes = bytes + #buffer.chunks[i] end
  return bytes
end
`

const run = (code: string, lua: (typeof NATIVE_LUAS)[number]): string[] => runInTracker(`${BUFFERS}${code}`, lua)

describe.each(NATIVE_LUAS)('on %s', (lua) => {
  test('rows that are summed in turn have the checksum of their text, whatever came in which order', () => {
    const wrong = run(
      `
for round = 1, 40 do
  text.dropSums()
  local buffers, whole = {}, { '', '', '' }
  for i = 1, 3 do buffers[i] = text.newBuffer() end
  for step = 1, 60 do
    local i = draw(3) + 1
    local row = line(draw(20) == 0 and draw(30000) or draw(300))
    text.addLine(buffers[i], row)
    whole[i] = whole[i] .. row .. '\\n'
    if draw(3) == 0 then text.runSums() end
    if draw(10) == 0 then text.sealLines(buffers[draw(3) + 1]) end
  end
  local joined = text.newChecksum()
  for i = 1, 3 do text.sealLines(buffers[i]) end
  while text.runSums(5000) do end
  for i = 1, 3 do
    local buffer = buffers[i]
    if text.checksumNumber(buffer.checksum) ~= adler(whole[i]) then print('sum', round, i) end
    if table.concat(buffer.chunks) ~= whole[i] or buffer.bytes ~= #whole[i] then print('text', round, i) end
    text.joinSums(joined, buffer.checksum, buffer.bytes)
  end
  if text.checksumNumber(joined) ~= adler(table.concat(whole)) then print('joined', round) end
end`,
      lua,
    )
    expect(wrong).toEqual([])
  })

  test('a long row is summed over many frames, a few bytes in each, and nothing is summed twice', () => {
    const [most, frames, same] = run(
      `
text.dropSums()
local buffer = text.newBuffer()
local row = line(100000)
text.addLine(buffer, row)
local most, frames, before = 0, 0, 0
local more
repeat
  more = text.runSums()
  frames = frames + 1
  most = math.max(most, summed(buffer) - before)
  before = summed(buffer)
until not more
print(most) print(frames) print(text.checksumNumber(buffer.checksum) == adler(row .. '\\n'))`,
      lua,
    )
    expect(Number(most)).toBeLessThanOrEqual(100_000 / 64 + 1)
    expect(Number(frames)).toBeGreaterThan(100)
    expect(same).toBe('true')
  })

  test('the end of a round may ask for more at once, and is told when nothing is left', () => {
    const lines = run(
      `
text.dropSums()
local buffer = text.newBuffer()
text.addLine(buffer, line(5000))
print(tostring(text.runSums(2048)), summed(buffer))
print(tostring(text.runSums(2048)), summed(buffer))
print(tostring(text.runSums(2048)), summed(buffer))
print(tostring(text.runSums(2048)), summed(buffer))`,
      lua,
    )
    expect(lines).toEqual(['true\t2048', 'true\t4096', 'false\t5001', 'false\t5001'])
  })

  test('what waits of the round before is forgotten', () => {
    const [line] = run(
      `
text.addLine(text.newBuffer(), line(5000))
text.dropSums()
print(tostring(text.runSums()))`,
      lua,
    )
    expect(line).toBe('false')
  })
})

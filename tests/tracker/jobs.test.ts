import { describe, expect, test } from 'vitest'
import { NATIVE_LUAS } from '../support/native-lua.ts'
import { runInTracker } from '../support/tracker-part.ts'

/** An engine that keeps what is written, and says how much each frame wrote. */
const DISK = `
local jobs = require('src.tracker.jobs')
local disk, sizes = {}, {}
et = {
  trap_FS_FOpenFile = function(name) return 1, 0 end,
  trap_FS_Write = function(text, count) disk[#disk + 1] = text sizes[#sizes] = sizes[#sizes] + count return count end,
  trap_FS_FCloseFile = function() end,
}
local function write(pieces)
  local done
  jobs.addJob('file', jobs.FS_WRITE, jobs.textOf(pieces), function(ok) done = ok end)
  for frame = 1, 10000 do
    if not jobs.hasJobs() then break end
    sizes[#sizes + 1] = 0
    jobs.runJob()
  end
  local most = 0
  for _, size in ipairs(sizes) do most = math.max(most, size) end
  print(tostring(done), tostring(table.concat(disk) == table.concat(pieces)), #sizes, most)
end
`

const PIECES: Readonly<Record<string, string>> = {
  'one short row': `{ 'row\\n' }`,
  'a row longer than a slice': `{ 'head\\n', string.rep('x', 100000) .. '\\n', 'foot\\n' }`,
  'exactly one slice': `{ string.rep('x', 32768) }`,
  'empty pieces': `{ '', 'row\\n', '' }`,
}

describe.skipIf(NATIVE_LUAS.length === 0)('a file of', () => {
  test.each(Object.entries(PIECES))('%s is written whole, in slices of 32 kB', (_, pieces) => {
    const [line] = runInTracker(`${DISK} write(${pieces})`)
    const [done, same, , most] = (line as string).split('\t')
    expect([done, same]).toEqual(['true', 'true'])
    expect(Number(most)).toBeLessThanOrEqual(32_768)
  })

  test.each([
    ['long rows', `{ string.rep('a', 3000000), string.rep('b', 7000000) }`],
    ['many rows', `(function() local all = {} for i = 1, 2500 do all[i] = string.rep('c', 4000) end return all end)()`],
  ])('ten million bytes of %s is on the disk within the frames of an intermission', (_, pieces) => {
    const [line] = runInTracker(`${DISK} write(${pieces})`)
    const [done, same, frames] = (line as string).split('\t')
    expect([done, same]).toEqual(['true', 'true'])
    expect(Number(frames)).toBeLessThanOrEqual(150)
  })
})

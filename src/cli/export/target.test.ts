import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { inFolder } from '../cli.fixtures.ts'
import { openTarget } from './target.ts'

test('a file has its name only when it is whole', async () => {
  await inFolder(async (folder) => {
    const target = await openTarget(join(folder, 'deep/out.json'))
    await target.write('x'.repeat(1_000_000))
    expect(readdirSync(join(folder, 'deep'))).toEqual(['out.json.part'])
    await target.end()
    expect(readdirSync(join(folder, 'deep'))).toEqual(['out.json'])
    expect(readFileSync(join(folder, 'deep/out.json'))).toHaveLength(1_000_000)
  })
})

test('what is discarded leaves nothing behind', async () => {
  await inFolder(async (folder) => {
    const target = await openTarget(join(folder, 'out.json'))
    await target.write('x')
    await target.discard()
    expect(readdirSync(folder)).toEqual([])
  })
})

test('a folder in the place of the file is refused', async () => {
  await inFolder(async (folder) => {
    mkdirSync(join(folder, 'out'))
    await expect(openTarget(join(folder, 'out'))).rejects.toThrow('this is a folder, and a file is needed')
  })
})

test('text waits for who reads it', async () => {
  let taken = () => {}
  const slow = new Writable({
    highWaterMark: 4,
    write(_text, _encoding, done) {
      taken = done
    },
  })
  const target = await openTarget(slow)
  let written = false
  const writing = target.write('longer than that').then(() => {
    written = true
  })
  await setImmediate()
  expect(written).toBe(false)
  taken()
  await writing
})

import { afterEach, expect, test } from 'vitest'
import { EVENING, roundFile } from '../../tests/support/round-files.ts'
import { readRoundFile } from './read-file.ts'
import { createReader, type Reader } from './reader.ts'

const OPTIONS = { timeZone: 'UTC', now: (EVENING + 86_400) * 1000 }

const closing: Reader[] = []
afterEach(async () => {
  for (const reader of closing.splice(0)) await reader.close()
})

function newReader(): Reader {
  const reader = createReader()
  closing.push(reader)
  return reader
}

test('a thread reads what this one would read, several files at a time', async () => {
  const reader = newReader()
  const files = [roundFile({ seed: 1 }), { name: 'a.txt', bytes: Buffer.from('hello') }, roundFile({ seed: 2 })]
  const plain = await Promise.all(files.map((file) => readRoundFile(file, OPTIONS)))
  const read = await Promise.all(files.map((file) => reader.read(file, OPTIONS)))
  const comparable = ({ raw, round }: (typeof read)[number]) => ({ raw: Buffer.from(raw).toString('hex'), round })
  expect(read.map(comparable)).toEqual(plain.map(comparable))
})

test('the thread takes the bytes of a file, but not those that lie beside them', async () => {
  const { name, bytes } = roundFile()
  const larger = new Uint8Array(bytes.length + 1)
  larger.set(bytes)
  const own = larger.slice(0, -1)
  await newReader().read({ name, bytes: larger.subarray(0, -1) }, OPTIONS)
  expect(Buffer.from(larger.subarray(0, -1))).toEqual(Buffer.from(own))
  await newReader().read({ name, bytes: own }, OPTIONS)
  expect(own).toHaveLength(0)
})

test('a fault of the program in the thread is the fault of that file alone', async () => {
  const reader = newReader()
  await expect(reader.read(roundFile(), { ...OPTIONS, timeZone: 'Nowhere/Nothing' })).resolves.toBeDefined()
  await expect(reader.read({ ...roundFile(), bytes: [] as never }, OPTIONS)).rejects.toThrow(TypeError)
  await expect(reader.read(roundFile(), OPTIONS)).resolves.toMatchObject({ round: { completeness: 'unverified' } })
})

test('what is being read when the thread ends fails, and the next file gets a new thread', async () => {
  const reader = newReader()
  const reading = reader.read(roundFile(), OPTIONS)
  const failed = expect(reading).rejects.toThrow('the thread that reads files has ended')
  await reader.close()
  await failed
  await expect(reader.read(roundFile(), OPTIONS)).resolves.toBeDefined()
})

test('a reader that has read nothing closes at once', async () => {
  await newReader().close()
})

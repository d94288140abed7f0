import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { ArchiveError, type Room, unpackRounds } from './unpack.ts'

const ROOM: Room = { files: 10, file_bytes: 3_000_000, bytes: 4_000_000 }
const bytes = (text: string) => new TextEncoder().encode(text)
const reasonOf = (archive: Uint8Array, room = ROOM) => {
  try {
    unpackRounds(archive, room)
    return null
  } catch (error) {
    return error instanceof ArchiveError ? error.message : error
  }
}

test('the round files of an archive come out as they went in, without their folders and without other files', () => {
  const text = 'a round\n'.repeat(5000)
  const archive = zipSync({
    'a_engagements.txt': bytes(text),
    evening: { 'b_Engagements.TXT': [bytes('stored'), { level: 0 }], 'notes.txt': bytes('no round') },
    'empty_engagements.txt': bytes(''),
  })
  const found = unpackRounds(archive, ROOM)
  expect(found.map(({ name, bytes: own }) => [name, new TextDecoder().decode(own)])).toEqual([
    ['a_engagements.txt', text],
    ['b_Engagements.TXT', 'stored'],
    ['empty_engagements.txt', ''],
  ])
})

test('an archive that grows too large is refused while it is unpacked, whatever it says of its size', () => {
  const zeros = new Uint8Array(ROOM.file_bytes + 1)
  const bomb = zipSync({ 'bomb_engagements.txt': zeros })
  expect(bomb.length).toBeLessThan(5_000)
  const lying = Uint8Array.from(bomb)
  // the sizes of the local header
  lying.set([1, 0, 0, 0], 22)
  for (const archive of [bomb, lying]) {
    expect(reasonOf(archive)).toBe('bomb_engagements.txt in it is larger than any round file')
    expect(reasonOf(archive, { ...ROOM, file_bytes: 10 * ROOM.file_bytes, bytes: 100 })).toBe(
      'its round files are too large together',
    )
  }
  expect(reasonOf(zipSync({ 'notes.txt': zeros }))).toBeNull()
})

test('too many files, damaged files, cut archives and what is none are refused with the reason', () => {
  const many = Object.fromEntries(Array.from({ length: 11 }, (_, i) => [`${i}_engagements.txt`, bytes('x')]))
  expect(reasonOf(zipSync(many))).toBe('it has more than 10 round files')
  const whole = zipSync({ 'a_engagements.txt': crypto.getRandomValues(new Uint8Array(20_000)) })
  expect(reasonOf(whole.subarray(0, 9000))).toMatch(/not whole|damaged/)
  expect(unpackRounds(bytes('nothing'), ROOM)).toEqual([])
})

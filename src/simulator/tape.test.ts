import { expect, test } from 'vitest'
import { Tape } from './tape.ts'

const text = (tape: Tape) => Buffer.from(tape.bytes()).toString('latin1')

test('integers, floats, texts and nil are told apart by their field', () => {
  const tape = new Tape()
  tape.client(3, { health: -7, 'ps.leanf': 0, 'ps.stats[8]': 20_000, 'ps.origin': [1, -0, 1.5e-7], enemy: null })
  tape.entity(100, { classname: 'team "x"\t\\', track: null })
  expect(text(tape)).toBe(
    'client\t3\thealth=-7\tps.leanf=0.0\tps.stats[8]=20000\tps.origin=(1.0 -0.0 1.5e-7)\tenemy=nil\n' +
      'entity\t100\tclassname="team \\"x\\"\\t\\\\"\ttrack=nil\n',
  )
})

test('a text is written as UTF-8, bytes as they are', () => {
  const tape = new Tape()
  tape.cvars({ a: 'ž' })
  tape.client(3, { 'pers.netname': Uint8Array.of(0xff, 0x41, 0x0a) })
  expect(text(tape)).toBe('cvar\ta="\u00c5\u00be"\nclient\t3\tpers.netname="\u00ffA\\n"\n')
})

test.each<[string, (tape: Tape) => void]>([
  ['half a point of health', (tape) => tape.client(3, { health: 1.5 })],
  ['a number that is none', (tape) => tape.client(3, { 'ps.leanf': Number.NaN })],
  ['a place without height', (tape) => tape.client(3, { 'ps.origin': [1, 2] as unknown as [number, number, number] })],
  ['a field that the engine lacks', (tape) => tape.client(3, { nonsense: 1 } as object)],
  ['text where a number is', (tape) => tape.client(3, { health: '100' } as object)],
  ['nil where it cannot be', (tape) => tape.client(3, { health: null } as object)],
  ['a NUL in a text', (tape) => tape.cvars({ a: 'x\0' })],
  ['a broken time', (tape) => tape.frame(50.5)],
])('%s is refused', (_, write) => {
  expect(() => write(new Tape())).toThrow(RangeError)
})

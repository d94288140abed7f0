import type { Figure } from './figure.ts'
import { bytes, count } from './format.ts'

/** A round file: `id` ends the address of its numbers. */
interface NamedFile {
  readonly id: number | string
  readonly name: string
}

export function sizeFigure({ id, name }: NamedFile, size_bytes: number): Figure {
  return {
    ...{ id: `size:${id}`, title: `Size of ${name}`, metrics: ['file_size'], basis: '' },
    about: 'How large the file is.',
    value: { kind: 'count', count: size_bytes, write: bytes },
  }
}

export function linesFigure({ id, name }: NamedFile, lines: number): Figure {
  return {
    ...{ id: `lines:${id}`, title: `Lines taken from ${name}`, metrics: ['lines_taken'], basis: '' },
    about: 'Lines of the file that were understood and are part of the numbers.',
    value: { kind: 'count', count: lines, write: (taken) => `${count(taken)} lines taken` },
  }
}

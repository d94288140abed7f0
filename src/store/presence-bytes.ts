import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import { PLAYER_CLASSES, TEAMS } from '../format/codec.ts'
import type { CellColumns, PresenceColumns, PresenceRow } from '../metrics/derived.ts'
import {
  type Bytes,
  emptyBytes,
  LONGEST_NUMBER,
  putNumber,
  reserve,
  skipNumbers,
  takeNumber,
  written,
} from './byte-numbers.ts'
import { BLOCK_NUMBERS, blocksOf, putBlocks, QUARTERS, roomFor, takeBlocks } from './presence-blocks.ts'
import { cellRoom, numbersOf, putHeights, putQuarters, takeHeights, takeQuarters } from './presence-quarters.ts'

const HEAD_NUMBERS = 4

// a round of a dozen players in one piece: the library's own pieces would have to be joined
const PIECE_BYTES = 64 * 1024

/** More than most people walk through in a round. */
const FIRST_BLOCKS = 512

/** Whose cells are read: numbers count the round's people, TEAMS and PLAYER_CLASSES. */
export type WhosePresence = (player: number, team: number, player_class: number) => boolean

/** Where the people of a round were. */
export interface PresenceBytes {
  /** Where each person's bytes end in `blocks`, so that they can be read without the others'. */
  readonly block_ends: readonly number[]
  /** Person after person and row by row: person, side, class, how many blocks; then these. Most questions need no more. */
  readonly blocks: Uint8Array
  /**
   * In the same order: person, how many numbers; then these, which tell what of the blocks is in which cell. Compressed,
   * as the heights are: people walk the same ways at the same rhythm.
   */
  readonly quarters: Uint8Array
  /** Of all cells in the same order. */
  readonly heights: Uint8Array
}

/** @param people how many the round has */
export function presenceBytes(rows: readonly PresenceRow[], people: number): PresenceBytes {
  const byPerson = Map.groupBy(rows, ({ player }) => player)
  const inOrder = Array.from({ length: people }, (_, player) =>
    (byPerson.get(player) ?? []).map((row) => ({ row, ...blocksOf(row.cells) })),
  )
  const bytes = emptyBytes(0)
  const block_ends = inOrder.map((own) => {
    for (const { row, blocks } of own) {
      reserve(bytes, HEAD_NUMBERS * LONGEST_NUMBER)
      putNumber(bytes, row.player)
      putNumber(bytes, TEAMS.indexOf(row.team))
      putNumber(bytes, PLAYER_CLASSES.indexOf(row.player_class))
      putNumber(bytes, blocks.length)
      putBlocks(bytes, blocks)
    }
    return bytes.at
  })
  const blocks = written(bytes)
  const quarters = compressed((finer) => {
    for (const { row, ...inBlocks } of inOrder.flat()) {
      reserve(finer, HEAD_NUMBERS * LONGEST_NUMBER)
      putNumber(finer, row.player)
      putNumber(finer, numbersOf(inBlocks.blocks.length, inBlocks.cells.length))
      putQuarters(finer, inBlocks)
    }
  })
  const heights = compressed((above) => {
    for (const inBlocks of inOrder.flat()) putHeights(above, inBlocks)
  })
  return { block_ends, blocks, quarters, heights }
}

function compressed(put: (bytes: Bytes) => void): Uint8Array {
  const bytes = emptyBytes(0)
  put(bytes)
  return zstdCompressSync(written(bytes))
}

function uncompressed(data: Uint8Array): Bytes {
  return { data: zstdDecompressSync(data, { chunkSize: PIECE_BYTES }), at: 0 }
}

// columns are used again for the next row, of whichever round
let room = roomFor(FIRST_BLOCKS)
let finerRoom = cellRoom(FIRST_BLOCKS)

/**
 * Calls back with the blocks of each row that {@link presenceBytes} wrote, of those who are asked for. The columns are
 * used again for the next row.
 */
export function eachBlocks(
  data: Uint8Array,
  isAsked: WhosePresence,
  visit: (player: number, blocks: CellColumns) => void,
): void {
  const bytes: Bytes = { data, at: 0 }
  while (bytes.at < data.length) {
    const player = takeNumber(bytes)
    const asked = isAsked(player, takeNumber(bytes), takeNumber(bytes))
    const length = takeNumber(bytes)
    if (!asked) {
      skipNumbers(bytes, BLOCK_NUMBERS * length)
      continue
    }
    if (room.cell_x.length < length) room = roomFor(length * 2)
    takeBlocks(bytes, room, length)
    visit(player, { ...room, length })
  }
}

/**
 * The same with the cells of each row, by block.
 *
 * @param blocks of all or some people
 */
export function eachCells(
  blocks: Uint8Array,
  quarters: Uint8Array,
  isAsked: WhosePresence,
  visit: (player: number, cells: CellColumns) => void,
): void {
  const bytes = uncompressed(quarters)
  const isAskedNext: WhosePresence = (player, team, player_class) => {
    const asked = isAsked(player, team, player_class)
    for (;;) {
      const isHis = takeNumber(bytes) === player
      const numbers = takeNumber(bytes)
      if (isHis && asked) return true
      skipNumbers(bytes, numbers)
      if (isHis) return false
    }
  }
  eachBlocks(blocks, isAskedNext, (player, own) => {
    if (finerRoom.cell_x.length < own.length * QUARTERS) finerRoom = cellRoom(own.length * 2)
    visit(player, { ...finerRoom, length: takeQuarters(bytes, own, finerRoom) })
  })
}

/** The cells of everybody with their heights. */
export function eachHigh(
  { blocks, quarters, heights }: Omit<PresenceBytes, 'block_ends'>,
  visit: (player: number, cells: PresenceColumns) => void,
): void {
  const bytes = uncompressed(heights)
  const everybody = () => true
  eachCells(blocks, quarters, everybody, (player, cells) => {
    visit(player, { ...cells, height: takeHeights(bytes, cells.length) })
  })
}

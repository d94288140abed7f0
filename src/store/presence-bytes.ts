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
import { BLOCK_NUMBERS, type Blocks, blocksOf, putBlocks, QUARTERS, roomFor, takeBlocks } from './presence-blocks.ts'
import { cellRoom, numbersOf, putHeights, putQuarters, takeHeights, takeQuarters } from './presence-quarters.ts'

const HEAD_NUMBERS = 4

// a round of a dozen players in one piece: the library's own pieces would have to be joined
const PIECE_BYTES = 64 * 1024

/** More than most people walk through in a round. */
const FIRST_BLOCKS = 512

/** Whose cells are read: numbers count the round's people, TEAMS and PLAYER_CLASSES. */
export type WhosePresence = (player: number, team: number, player_class: number) => boolean

/** Where the people of a round were. Compressed: people walk the same ways at the same rhythm. */
export interface PresenceBytes {
  /** Row by row person, side, class and how many blocks; then these. Most questions need no more. */
  readonly blocks: Uint8Array
  /** Row by row how many numbers follow; then these, which tell what of the blocks is in which cell. */
  readonly quarters: Uint8Array
  /** Of all cells in the same order. */
  readonly heights: Uint8Array
}

/** What is stored of presence. */
export function presenceBytes(rows: readonly PresenceRow[]): PresenceBytes {
  const inBlocks = rows.map(({ cells }) => blocksOf(cells))
  return {
    blocks: compressed((bytes) => {
      for (const [i, { player, team, player_class }] of rows.entries()) {
        const { blocks } = inBlocks[i] as Blocks
        reserve(bytes, HEAD_NUMBERS * LONGEST_NUMBER)
        putNumber(bytes, player)
        putNumber(bytes, TEAMS.indexOf(team))
        putNumber(bytes, PLAYER_CLASSES.indexOf(player_class))
        putNumber(bytes, blocks.length)
        putBlocks(bytes, blocks)
      }
    }),
    quarters: compressed((bytes) => {
      for (const row of inBlocks) {
        reserve(bytes, LONGEST_NUMBER)
        putNumber(bytes, numbersOf(row.blocks.length, row.cells.length))
        putQuarters(bytes, row)
      }
    }),
    heights: compressed((bytes) => {
      for (const row of inBlocks) putHeights(bytes, row)
    }),
  }
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
  blocks: Uint8Array,
  isAsked: WhosePresence,
  visit: (player: number, blocks: CellColumns) => void,
): void {
  const bytes = uncompressed(blocks)
  while (bytes.at < bytes.data.length) {
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

/** The same with the cells of each row, by block. */
export function eachCells(
  blocks: Uint8Array,
  quarters: Uint8Array,
  isAsked: WhosePresence,
  visit: (player: number, cells: CellColumns) => void,
): void {
  const bytes = uncompressed(quarters)
  const isAskedNext: WhosePresence = (player, team, player_class) => {
    const numbers = takeNumber(bytes)
    const asked = isAsked(player, team, player_class)
    if (!asked) skipNumbers(bytes, numbers)
    return asked
  }
  eachBlocks(blocks, isAskedNext, (player, own) => {
    if (finerRoom.cell_x.length < own.length * QUARTERS) finerRoom = cellRoom(own.length * 2)
    visit(player, { ...finerRoom, length: takeQuarters(bytes, own, finerRoom) })
  })
}

/** The cells of everybody with their heights. */
export function eachHigh(
  { blocks, quarters, heights }: PresenceBytes,
  visit: (player: number, cells: PresenceColumns) => void,
): void {
  const bytes = uncompressed(heights)
  const everybody = () => true
  eachCells(blocks, quarters, everybody, (player, cells) => {
    visit(player, { ...cells, height: takeHeights(bytes, cells.length) })
  })
}

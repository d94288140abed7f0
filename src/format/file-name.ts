/** What a round file's name says. Date and time are the game server's local time when the round ended. */
export interface FileName {
  /** `YYYY-MM-DD`. */
  readonly date: string
  /** `HHMMSS`. */
  readonly time: string
  readonly map_name: string
  readonly round_number: number
}

/** The ending by which a scan finds round files. */
export const FILE_ENDING = '_engagements.txt'

const NAME = /^(\d{4}-\d{2}-\d{2})-(\d{6})-([^-/\\\p{Cc}][^/\\\p{Cc}]*)-round-(\d{1,9})_engagements\.txt$/iu

/**
 * The parts of a round file's name, or undefined for any other name, such as one with a path or one of the first
 * prototype (two dashes, no map). The map's name may itself hold `-` and `_`.
 */
export function parseFileName(name: string): FileName | undefined {
  const [, date, time, map_name, round] = NAME.exec(name) ?? []
  if (date === undefined || time === undefined || map_name === undefined || round === undefined) return undefined
  return { date, time, map_name, round_number: Number(round) }
}

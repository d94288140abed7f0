/** Rows of one table and round at most: the lower bits of an id. */
const ROWS = 2 ** 20

/** The id of a row of a round, as the views give it. */
export function eventId(round_id: number, row_no: number): number {
  return round_id * ROWS + row_no
}

/** The round and row of an id. */
export function rowOfEvent(id: number): { readonly round_id: number; readonly row_no: number } {
  const round_id = Math.floor(id / ROWS)
  return { round_id, row_no: id - round_id * ROWS }
}

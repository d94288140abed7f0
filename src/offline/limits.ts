/** What a reader's browser is asked to hold at most. */

/** A fullest round of 30 minutes is 23 MB. */
export const MAX_FILE_BYTES = 64_000_000

/** All files of a tab together. */
export const MAX_TOTAL_BYTES = 256_000_000

/** Three evenings of 30 rounds. */
export const MAX_FILES = 200

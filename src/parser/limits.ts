/** What one file may cost a reader. Far above what a match writes; a hostile file ends here, with a report. */

/** A life of 30 minutes sampled at every frame is 1.6 MB of text. */
export const MAX_LINE_BYTES = 16 * 1024 * 1024

/** No header line, section line or trailer comes near it. */
export const MAX_COMMENT_BYTES = 4_096

/** A name or a text of a map's author has at most 1 KB, the ids of 64 players 2 KB. */
export const MAX_TEXT_BYTES = 4_096

/** The original's fullest file, 64 players for 30 minutes, has 214,000 rows. */
export const MAX_ROWS = 1_000_000

/** Engagements, and lives: 64 players who live for two seconds each make 58,000 in 30 minutes. */
export const MAX_POINT_ROWS = 100_000

/** 64 players for 30 minutes at every frame are 2.3 million samples. */
export const MAX_POINTS = 5_000_000

/** 64 slots, each taken by four players while one fight lasts. */
export const MAX_ATTACKERS = 256

/** The engine has fewer than 64 weapons. */
export const MAX_WEAPONS = 64

/** Attackers, their weapons and ids in lists, in a whole file: 64 players make some 200,000 in 30 minutes. */
export const MAX_LISTED = 1_000_000

/** Sections that this version does not know. */
export const MAX_UNKNOWN_SECTIONS = 1_000

/** Header keys that this version does not know and that are kept; the others are reported. */
export const MAX_UNKNOWN_KEYS = 100

/** Problems that are kept with their text; all are counted. */
export const MAX_PROBLEMS = 1_000

/** Lines of unknown sections and extra columns that are kept with their text; all are counted. */
export const MAX_KEPT_LINES = 10_000

/** A line of an unknown section that is longer is counted, but not kept. */
export const MAX_KEPT_BYTES = 10_000

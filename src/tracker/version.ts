/** The generation of the file that the first line states. */
export const GENERATION = 6

/** What the file calls the tracker. */
export const VERSION = 'Proximity 1.0.0'

/** Replaced by the build with a hash of the compiled file. */
export const BUILD = '@BUILD@'

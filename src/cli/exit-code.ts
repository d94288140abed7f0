/** What the process ends with. */
export const EXIT = {
  done: 0,
  failed: 1,
  usage: 2,
  /** Done, but the data of some files is not, or not wholly, in. */
  partly: 3,
} as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/** The same for people, below the help of every command. */
export const EXIT_CODES_HELP = `Exit codes:
  0  done
  1  failed
  2  wrong usage or a wrong setting
  3  done, but some files were rejected, incomplete or unreadable`

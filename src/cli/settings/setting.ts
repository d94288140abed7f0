import type { z } from 'zod'

/** One setting: an environment variable. */
export interface Setting {
  readonly name: string
  /** The text that an unset or empty variable stands for. */
  readonly default: string
  readonly meaning: string
  /** What may be written, for the documents and for the error: it follows "allowed is". */
  readonly allowed: string
  /** From the text to the value. */
  readonly schema: z.ZodType
  /** How a value may be shown; the whole value unless given. */
  readonly masked?: (value: string) => string
}

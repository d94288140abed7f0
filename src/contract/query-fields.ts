import { z } from 'zod'

/** Greatest number of a 32-bit column. */
const GREATEST = 2_147_483_647
const WHOLE = /^\s*[+-]?\d+\s*$/
const DATE = /^(\d{4})-(\d{1,2})-(\d{1,2})$/

/** A whole number, which a query spells as text. */
export function wholeNumber<T extends z.ZodType>(number: T) {
  return z.preprocess((value) => (typeof value === 'string' && WHOLE.test(value) ? Number(value) : value), number)
}

/** A number from `least` on that a 32-bit column can hold. */
export function countFrom(least: number, name: string) {
  return wholeNumber(z.int().min(least, `${name} must be >= ${least}`).max(GREATEST, `${name} must be <= ${GREATEST}`))
}

/** Text compared as it stands, without blanks around it; empty means not given. */
export function text(about: string) {
  return z
    .string()
    .transform((given) => given.trim() || undefined)
    .optional()
    .meta({ description: about })
}

/** A day, `YYYY-MM-DD`; single digits are made two, empty means not given. */
export function day(about: string) {
  return z
    .string()
    .transform((given, context) => {
      const trimmed = given.trim()
      if (trimmed === '') return undefined
      const [, year, month = '', date = ''] = DATE.exec(trimmed) ?? []
      const normal = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
      const instant = new Date(`${normal}T00:00:00Z`)
      if (!Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(normal)) return normal
      context.addIssue({ code: 'custom', message: 'Invalid session_date format. Use YYYY-MM-DD.' })
      return z.NEVER
    })
    .optional()
    .meta({ description: about })
}

/** How many entries at most: 0 means the usual number, everything else is brought between 1 and `most`. */
export function limit(usual: number, most: number) {
  return wholeNumber(z.int())
    .transform((given) => (given === 0 ? usual : Math.min(Math.max(given, 1), most)))
    .default(usual)
    .meta({ description: `Entries at most: 1 to ${most}, 0 for ${usual}.`, default: usual })
}

/** Where the previous page ended. */
export const cursor = z
  .string()
  .regex(/^-?\d{1,15}\..{1,200}$/, 'cursor must be the "next" of another answer')
  .optional()
  .meta({ description: 'Continues a list: the `next` of the answer before.' })

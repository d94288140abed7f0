import { isIP } from 'node:net'
import { z } from 'zod'
import { isTimeZone } from '../../metrics/time-zone.ts'
import { gameServerList } from './game-server-list.ts'

const YES = ['true', '1', 'yes', 'on']
const NO = ['false', '0', 'no', 'off']

/** The kinds of values that settings have: how the text is read, and what the text may be. */
export const kinds = {
  flag: {
    allowed: '`true` or `false`',
    schema: z
      .string()
      .toLowerCase()
      .refine((text) => YES.includes(text) || NO.includes(text))
      .transform((text) => YES.includes(text)),
  },
  text: {
    allowed: 'any text of at most 100 characters',
    schema: z
      .string()
      .max(100)
      .refine((text) => !/\p{Cc}/u.test(text)),
  },
  path: {
    allowed: 'a path; a relative one begins at the working directory',
    schema: z.string().refine((text) => !text.includes('\0')),
  },
  host: {
    allowed: 'an address of this machine or a host name; `0.0.0.0` for all of its addresses',
    schema: z.string().regex(/^(?:[A-Za-z0-9][A-Za-z0-9.-]*|[0-9a-fA-F:.%]*:[0-9a-zA-Z:.%]*)$/),
  },
  timeZone: {
    allowed: 'a name of the time zone database, such as `Europe/Berlin`',
    schema: z.string().refine(isTimeZone),
  },
  database: {
    allowed: 'an address such as `postgres://user:password@host:5432/database`',
    schema: z.string().refine((text) => text === '' || isDatabaseUrl(text)),
  },
  origins: {
    allowed: 'addresses such as `https://stats.example.org`, separated by commas',
    schema: z
      .string()
      .transform(listed)
      .refine((origins) => origins.every(isOrigin)),
  },
  proxies: {
    allowed: 'IP addresses or ranges such as `10.0.0.0/8`, separated by commas',
    schema: z
      .string()
      .transform(listed)
      .refine((ranges) => ranges.every(isRange)),
  },
  gameServers: {
    allowed:
      'at most 32 names with an address, such as `scrim-1=203.0.113.7:27960`, separated by commas; without a port it is 27960',
    schema: z.string().transform((text, context) => {
      const list = gameServerList(text)
      if (list !== null) return list
      context.addIssue({ code: 'custom' })
      return z.NEVER
    }),
  },
  token: {
    allowed: 'any text without blanks, better long and random (`openssl rand -hex 32`)',
    schema: z.string().regex(/^[\x21-\x7e]*$/),
  },
} as const

/** A whole number of a range. */
export function wholeNumber(least: number, most: number) {
  return {
    allowed: `a whole number from ${least} to ${most}`,
    schema: z
      .string()
      .regex(/^\d{1,15}$/)
      .transform(Number)
      .refine((number) => number >= least && number <= most),
  }
}

/** One of some words. */
export function oneOf<const W extends readonly [string, ...string[]]>(words: W) {
  return {
    allowed: words
      .map((word) => `\`${word}\``)
      .join(', ')
      .replace(/, ([^,]*)$/, ' or $1'),
    schema: z.enum(words),
  }
}

function isDatabaseUrl(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined
  return url?.protocol === 'postgres:' || url?.protocol === 'postgresql:'
}

function listed(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

function isRange(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/')
  const most = isIP(address) === 6 ? 128 : 32
  return (
    isIP(address) > 0 && more.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most))
  )
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text && /^https?:/.test(text)
}

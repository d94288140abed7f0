interface SystemError extends Error {
  readonly code?: string
  readonly path?: string
  readonly address?: string
  readonly port?: number
  readonly hostname?: string
}

// by name, so that a command without a database does not load the database's code
const IN_SENTENCES = ['UserError', 'LockedError', 'SchemaError']

/** An error as one sentence that says what is wrong and what to do. */
export function sentenceOf(error: unknown): string {
  if (error instanceof Error && IN_SENTENCES.includes(error.name)) return error.message
  // a name with several addresses fails with one error for each
  if (error instanceof AggregateError && error.errors.length > 0) return sentenceOf(error.errors[0])
  if (!(error instanceof Error)) return unexpected(String(error))
  const { code = '' } = error as SystemError
  const known = FILES[code] ?? CONNECTIONS[code] ?? DATABASE[code]
  const [, told] = DRIVER.find(([part]) => error.message.includes(part)) ?? []
  return known?.(error) ?? told ?? unexpected(error.message)
}

/** The same for a server that cannot listen where the settings say. */
export function cannotListen(error: unknown, host: string): string {
  const { code = '' } = error as SystemError
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return `no machine is called ${host}: check PROXIMITY_HOST`
  return sentenceOf(error)
}

type Sentence = (error: SystemError) => string

const FILES: Readonly<Record<string, Sentence>> = {
  ENOENT: ({ path }) => `${path}: there is no such file or folder`,
  EACCES: ({ path, address, port }) =>
    path === undefined
      ? `there is no right to listen on ${address ?? ''}:${port}: choose a port above 1023 with PROXIMITY_PORT`
      : `${path}: this user has no right to it`,
  EPERM: ({ path }) => `${path}: this user has no right to it`,
  EROFS: ({ path }) => `${path}: the disk is read-only`,
  ENOSPC: () => 'the disk is full: make room and try again',
  EISDIR: ({ path, message }) => `${path ?? message}: this is a folder, and a file is needed`,
  ENOTDIR: ({ path }) => `${path}: a part of this path is a file, and a folder is needed`,
  EEXIST: ({ path }) => `${path}: this is a file, and a folder is needed`,
  EMFILE: () => 'too many files are open: raise the limit with ulimit -n',
}

const CHECK = 'check DATABASE_URL'

const CONNECTIONS: Readonly<Record<string, Sentence>> = {
  EADDRINUSE: ({ port }) =>
    `port ${port} is in use by another program: stop it, or choose another port with PROXIMITY_PORT`,
  EADDRNOTAVAIL: ({ address }) => `${address} is no address of this machine: check PROXIMITY_HOST`,
  ECONNREFUSED: ({ address, port }) => `nothing answers at ${address}:${port}: start the database server, or ${CHECK}`,
  ECONNRESET: () => `the database server broke the connection off: look into its log, or ${CHECK}`,
  ENOTFOUND: ({ hostname }) => `no machine is called ${hostname}: ${CHECK}`,
  EAI_AGAIN: ({ hostname }) => `the address of ${hostname} cannot be looked up now: check the network, or ${CHECK}`,
  ETIMEDOUT: ({ address, port }) => `${address}:${port} does not answer: check the network, or ${CHECK}`,
  EHOSTUNREACH: ({ address }) => `${address} cannot be reached: check the network, or ${CHECK}`,
  ENETUNREACH: ({ address }) => `${address} cannot be reached: check the network, or ${CHECK}`,
}

// https://www.postgresql.org/docs/current/errcodes-appendix.html
const DATABASE: Readonly<Record<string, Sentence>> = {
  '28P01': () => `the database server refuses the password: ${CHECK}`,
  '28000': ({ message }) => `the database server refuses the user (${message}): ${CHECK}`,
  '3D000': ({ message }) => `${message}: create it with createdb, or ${CHECK}`,
  '42501': ({ message }) =>
    `the database user lacks a right (${message}): let one user own the schema, and see proximity doctor`,
  '25006': () => 'the database only allows reading: connect to the server that may be written to',
  '42P01': ({ message }) => `the database lacks a table (${message}): run proximity migrate`,
  '53100': () => "the database server's disk is full: make room and try again",
  '53300': () => 'the database server has no free connection: raise its max_connections, or stop another program',
  '57014': () => 'the question took too long and was stopped: ask for less, or raise PROXIMITY_STATEMENT_TIMEOUT_MS',
  '57P01': () => 'the database server was stopped: start it and try again',
  '57P03': () => 'the database server is just starting: try again in a moment',
}

// what the driver says without a code
const DRIVER = [
  ['timeout exceeded when trying to connect', `the database server does not answer: check the network, or ${CHECK}`],
  ['connection timeout', `the database server does not answer: check the network, or ${CHECK}`],
  ['Connection terminated', 'the database server broke the connection off: look into its log, and try again'],
  ['client password must be a string', 'the database server wants a password: put one into DATABASE_URL'],
] as const

function unexpected(message: string): string {
  return `${message.split('\n')[0]} (unexpected; PROXIMITY_DEBUG_LOG=true shows where)`
}

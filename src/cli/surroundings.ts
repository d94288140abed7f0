import type { Readable, Writable } from 'node:stream'
import type { Variables } from './settings/sources.ts'

/** What a run of the command line gets from its process, so that tests can run one without. */
export interface Surroundings {
  readonly environment: Variables
  /** The working directory: where `.env` is looked for and relative paths begin. */
  readonly folder: string
  readonly input: Readable & { readonly isTTY?: boolean }
  readonly output: Writable & { readonly isTTY?: boolean }
  readonly errors: Writable
}

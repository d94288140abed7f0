import { ApiError } from '../../contract/api-error.ts'
import { createClient } from '../../contract/client.ts'

/** The server that the page came from. */
export const server = createClient<AbortSignal>('', (url, init) => fetch(url, init))

/** Longer than the server itself works on a question. */
export const TIMEOUT_MS = 15_000

/** Why a question has no answer, in one sentence for the reader. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof ApiError)) return 'The server does not answer.'
  return error.id === null ? error.message : `${error.message} ${error.id}`
}

import type { Reply } from '../contract/endpoint.ts'
import { status } from '../contract/status.ts'
import type { Settings } from './settings/table.ts'

export type Status = Reply<typeof status>

const PATIENCE_MS = 3_000

/** The address at which a browser on this machine finds the page. */
export function addressOf({ host, port }: Pick<Settings, 'host' | 'port'>): string {
  const near = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host
  return `http://${near.includes(':') ? `[${near}]` : near}:${port}`
}

/** What is at the port of the settings: an instance of this program, something else, or nothing. */
export async function whatRuns(settings: Settings): Promise<Status | 'something else' | 'nothing'> {
  let answer: unknown
  try {
    const response = await fetch(`${addressOf(settings)}${status.path}`, { signal: AbortSignal.timeout(PATIENCE_MS) })
    answer = await response.json()
  } catch (error) {
    const { cause } = error as { readonly cause?: { readonly code?: string } }
    // refused: nobody listens; anything else, such as silence or an answer that is no JSON, comes from somebody
    return cause?.code === 'ECONNREFUSED' ? 'nothing' : 'something else'
  }
  const isOurs = (answer as Partial<Status> | null)?.service === 'proximity'
  return isOurs ? (answer as Status) : 'something else'
}

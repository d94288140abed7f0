import type { Client } from '../../contract/client.ts'
import { fileClient } from '../tried/tried.ts'
import { server } from './server.ts'

/** Who answers about a round and its map: a file of this tab, counted from 1, or the server. */
export function sourceOf(file: number | null): Client<AbortSignal> {
  return file === null ? server : fileClient(file)
}

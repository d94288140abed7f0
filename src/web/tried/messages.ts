import type { FilePath } from '../../offline/answers.ts'
import type { OpenedFile } from '../../offline/open-file.ts'

/** What the list tells of a file that was read. */
export interface Summary extends Pick<OpenedFile, 'facts' | 'problems' | 'problem_count'> {
  readonly completeness: string
  readonly build: string
  readonly server: string
  readonly sums: OpenedFile['derived']['summary']
}

/** To the thread: files to read, or a question about one that was read. */
export type ToThread =
  | { readonly kind: 'take'; readonly files: readonly File[]; readonly timeZone: string }
  | { readonly kind: 'ask'; readonly id: number; readonly n: number; readonly path: FilePath; readonly query: object }

/**
 * From the thread, in this order for files: `found` for each, counted from 1, then `read` or `refused`, and `idle` at the
 * end. `left`: something that was given and is no round file, and why.
 */
export type FromThread =
  | { readonly kind: 'found'; readonly n: number; readonly name: string; readonly size_bytes: number }
  | { readonly kind: 'read'; readonly n: number; readonly summary: Summary }
  | { readonly kind: 'refused'; readonly n: number; readonly reason: string }
  | { readonly kind: 'left'; readonly name: string; readonly reason: string }
  | { readonly kind: 'idle' }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: unknown }
  | { readonly kind: 'no_answer'; readonly id: number; readonly reason: string }

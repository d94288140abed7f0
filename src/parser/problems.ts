import type { Problem } from '../format/round.ts'
import { MAX_PROBLEMS } from './limits.ts'

/** Collects problems: counts all of them, keeps the first ones. */
export interface Problems {
  readonly list: Problem[]
  count: number
}

/** An empty list of problems. */
export function noProblems(): Problems {
  return { list: [], count: 0 }
}

/** Adds a problem. The reason is made only if it will be kept: hostile files have millions. */
export function report(
  problems: Problems,
  line: number,
  section: string,
  lost: Problem['lost'],
  reason: () => string,
): void {
  problems.count += 1
  if (problems.list.length < MAX_PROBLEMS) problems.list.push({ line, section, reason: reason(), lost })
}

const SHOWN = 60

/** Text of the file as it may stand in a reason: short, in quotes, without control characters. */
export function quoted(text: string): string {
  const cut = text.length > SHOWN ? `${text.slice(0, SHOWN)}...` : text
  return JSON.stringify(cut)
}

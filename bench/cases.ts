import { fork } from 'node:child_process'
import { once } from 'node:events'

/** What is measured in a process of its own, so that neither memory nor compiled code of one touches another. */
const CASES = {
  parse: async () => (await import('./parse-case.ts')).parseCase,
  prepare: async () => (await import('./import-case.ts')).prepareCase,
  import: async () => (await import('./import-case.ts')).importCase,
  season: async () => (await import('./season-case.ts')).seasonCase,
  api: async () => (await import('./api-case.ts')).apiCase,
} as const

type Case<N extends keyof typeof CASES> = Awaited<ReturnType<(typeof CASES)[N]>>

const FLAG = '--case'

/** Runs a case in a new process and gives its result. */
export async function isolated<N extends keyof typeof CASES>(
  name: N,
  given: Parameters<Case<N>>[0],
): Promise<Awaited<ReturnType<Case<N>>>> {
  const child = fork(process.argv[1] as string, [FLAG, name, JSON.stringify(given)])
  const results: unknown[] = []
  child.on('message', (message) => results.push(message))
  const [code] = await once(child, 'exit')
  if (code !== 0 || results.length === 0) throw new Error(`the benchmark case ${name} ended with ${code}`)
  return results[0] as Awaited<ReturnType<Case<N>>>
}

/** True if this process was started for one case; it has then been run. */
export async function ranAsCase(): Promise<boolean> {
  const [flag, name, given] = process.argv.slice(2)
  if (flag !== FLAG || name === undefined || given === undefined) return false
  const run = (await CASES[name as keyof typeof CASES]()) as (given: unknown) => unknown
  process.send?.(await run(JSON.parse(given)))
  process.disconnect?.()
  return true
}

/** Keeps what goes wrong in the tracker away from the game: nothing that a hook does may leave it. */

/** Hooks that failed in this round, for the file. */
export const failures = { count: 0, first: '' }

/** Which moment of the game it is: grows with every call of the engine, so that one moment reads a value once. */
export const moment = { number: 0 }

/** Messages said once per state of the module; an error that repeats 20 times a second must not fill the console. */
const said = new LuaTable<string, boolean>()

/** Runs the work of a hook. An error is counted, said once on the console, and goes no further. */
export function guarded<A extends unknown[], T>(
  hook: string,
  work: (this: void, ...args: A) => T,
  ...args: A
): T | undefined {
  moment.number += 1
  const [ok, result] = pcall(work, ...args)
  if (ok) return result as T
  failures.count += 1
  const message = `${hook}: ${tostring(result)}`
  if (failures.first === '') failures.first = message
  sayOnce(message)
  return undefined
}

/** A line on the server's console, the first time only. */
export function sayOnce(message: string): void {
  if (said.has(message)) return
  said.set(message, true)
  say(message)
}

/** A line on the server's console. */
export function say(message: string): void {
  pcall(et.G_Print, `[Proximity] ${message}\n`)
}

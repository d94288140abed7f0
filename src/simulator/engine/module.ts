import { frame } from './counters.ts'
import { newEnvironment } from './environment.ts'
import { fail, failure } from './failure.ts'
import { note, quoted } from './report.ts'

type Callback = (this: void, ...args: unknown[]) => unknown

/** The one module, in its state of Lua. */
export const module = { loaded: false, name: '', running: false, hasFailed: false }

let globals: LuaTable<string, unknown> | undefined
let printing = false

/** Begins a new state: runs the module's file with new globals and a new table `et`. */
export function loadModule(source: string, fileName: string, et: object): void {
  unloadModule()
  failure.text = undefined
  globals = newEnvironment(et)
  const problem = runChunk(source, fileName, globals)
  if (failure.text !== undefined) {
    shutDown(failure.text)
  } else if (problem !== undefined) {
    note('error', 'chunk', quoted(problem))
    unloadModule()
  } else {
    module.loaded = true
  }
}

/** What went wrong, if something did. */
function runChunk(source: string, fileName: string, environment: object): string | undefined {
  const [chunk, problem] = load(source, fileName, 't', environment)
  if (chunk === undefined) return problem
  const start = os.clock()
  const [ok, raised] = pcall(chunk)
  frame.seconds += os.clock() - start
  return ok ? undefined : tostring(raised)
}

export function unloadModule(): void {
  globals = undefined
  module.loaded = false
  module.name = ''
  module.hasFailed = false
}

/** While these run the server loads or leaves a map for seconds, and no frame waits. */
const BETWEEN_MAPS: readonly string[] = ['et_InitGame', 'et_ShutdownGame', 'et_Quit']

/** Calls the module if it has the callback, and gives what that returned. An error is reported and stays here. */
export function call(name: string, ...args: unknown[]): unknown {
  const callback = globals?.get(name)
  if (callback === undefined || !module.loaded) return undefined
  const outermost = !module.running
  module.running = true
  const start = os.clock()
  const [ok, result] = pcall(callback as Callback, ...args)
  if (outermost) {
    if (!BETWEEN_MAPS.includes(name)) frame.seconds += os.clock() - start
    module.running = false
  }
  if (ok) {
    if (result !== undefined) note('returned', name, shown(result))
  } else {
    failed(name, tostring(result))
  }
  if (outermost && failure.text !== undefined) shutDown(failure.text)
  return ok ? result : undefined
}

function shown(value: unknown): string {
  return type(value) === 'string' ? quoted(value as string) : tostring(value)
}

/** The engine prints the error like any line, which the module hears in turn. */
function failed(name: string, problem: string): void {
  module.hasFailed = true
  if (failure.text !== undefined) return
  note('error', name, quoted(problem))
  if (name === 'et_Print') failure.text = 'an error in et_Print is printed, which calls et_Print, and so on'
  else call('et_Print', `Lua API: ${name} error running lua script: '${problem}'\n`)
}

/** The map is shut down; the module hears of it, and is gone until the next state. */
function shutDown(reason: string): void {
  note('fatal', quoted(reason))
  failure.text = undefined
  const down = globals
  for (const name of ['et_ShutdownGame', 'et_Quit']) {
    const callback = down?.get(name)
    if (callback !== undefined) pcall(() => (callback as Callback)(0))
  }
  unloadModule()
}

/** A line that the game itself prints. */
export function printed(text: string): void {
  if (printing) fail('a line printed in et_Print calls et_Print, and so on')
  printing = true
  call('et_Print', text)
  printing = false
}

/** The answer to a message of the module to itself: 1 if it was heard. */
export function sendMessage(receiver: number, text: string): number {
  if (receiver !== 0 || module.hasFailed || globals?.get('et_IPCReceive') === undefined) return 0
  call('et_IPCReceive', 0, text)
  return module.hasFailed ? 0 : 1
}

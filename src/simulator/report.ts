import { byteText } from './byte-text.ts'

// What the emulated engine wrote about a play. Texts have one character for each byte, as the game keeps them.

/**
 * CPU times are microseconds in the module per frame, the callbacks since the frame before included. The clock of Lua in
 * WebAssembly has steps of 10 ms: only those of a native Lua tell something.
 */
export interface Counters {
  readonly frames: number
  readonly cpu_us_median: number
  readonly cpu_us_mean: number
  readonly cpu_us_p99: number
  readonly cpu_us_max: number
  /** Reads of fields per frame. */
  readonly reads_mean: number
  readonly reads_max: number
  readonly traces_mean: number
  readonly traces_max: number
  /** Lua's memory without the emulator's start: the most after any frame, as it is, and without all garbage. */
  readonly heap_peak_kb: number
  readonly heap_kb: number
  readonly heap_live_kb: number
  readonly bytes_written: number
}

export interface Report {
  /** Errors that left a callback (`chunk`: the file itself). The engine goes on after them. */
  readonly errors: readonly { readonly callback: string; readonly text: string }[]
  /** Errors of the engine itself: the map was shut down. */
  readonly fatal: readonly string[]
  /** What a callback gave back, if not nil. */
  readonly returned: readonly { readonly callback: string; readonly value: string }[]
  /** What the module printed at the console. */
  readonly prints: readonly string[]
  /** Sent to a client; slot -1: to all. */
  readonly server_commands: readonly { readonly slot: number; readonly text: string }[]
  readonly console_commands: readonly string[]
  /** At each `report` of the tape, and at its end. */
  readonly counters: readonly Counters[]
}

/** Reads what the engine wrote. Throws an Error for a line that it cannot have written. */
export function parseReport(bytes: Uint8Array): Report {
  const report = {
    errors: [] as { callback: string; text: string }[],
    fatal: [] as string[],
    returned: [] as { callback: string; value: string }[],
    prints: [] as string[],
    server_commands: [] as { slot: number; text: string }[],
    console_commands: [] as string[],
    counters: [] as Counters[],
  }
  for (const line of byteText(bytes).split('\n')) {
    if (line === '') continue
    const [word, first = '', second = '', ...rest] = line.split('\t')
    if (word === 'error') report.errors.push({ callback: first, text: unquoted(second) })
    else if (word === 'fatal') report.fatal.push(unquoted(first))
    else if (word === 'returned') report.returned.push({ callback: first, value: unquoted(second) })
    else if (word === 'print') report.prints.push(unquoted(first))
    else if (word === 'server') report.server_commands.push({ slot: Number(first), text: unquoted(second) })
    else if (word === 'console') report.console_commands.push(unquoted(second))
    else if (word === 'counters') report.counters.push(countersOf([first, second, ...rest]))
    else throw new Error(`a report has no line "${word}"`)
  }
  return report
}

function countersOf(columns: readonly string[]): Counters {
  const pairs = columns.map((column) => column.split('='))
  return Object.fromEntries(pairs.map(([name, value]) => [name, Number(value)])) as unknown as Counters
}

const UNESCAPED: Readonly<Record<string, string>> = { n: '\n', t: '\t' }

function unquoted(text: string): string {
  if (!text.startsWith('"')) return text
  return text.slice(1, -1).replace(/\\(.)/g, (_, character: string) => UNESCAPED[character] ?? character)
}

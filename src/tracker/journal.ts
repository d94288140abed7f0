/**
 * What survives the death of the server. Two files beside the round files: the journal has every row so far, section
 * headers repeated as rows come; a second one has what is still open, made anew each time. Together they are a round
 * file without a trailer, which every reader takes for incomplete. The next start of the module makes it one.
 */
import { SECTIONS, type Section, type SectionKey } from '../format/sections.ts'
import { port } from './engine.ts'
import { say } from './guard.ts'
import { addJob, emptyFile, FS_APPEND, FS_WRITE, finishJobs, hasJobs, readFile, renameFile, textOf } from './jobs.ts'
import { headerText, sectionHeader } from './round-file.ts'
import { bufferOf } from './sensors.ts'
import { settings } from './settings.ts'
import { sealLines } from './text-buffer.ts'

/** Four times what 64 players fill in half an hour. */
const SIZE_LIMIT = 134_217_728
const TITLE = '# JOURNAL '
/** Stands in the second file when the round is in its own: to empty a large journal takes longer than a frame may. */
const CLOSED = `${TITLE}\n`

const state = {
  /** The name of the file that the journal would become. */
  target: '',
  due_ms: 0,
  begun: false,
  closed: false,
  /** Told when the rows of the live start are on the disk. */
  onKept: undefined as (() => void) | undefined,
  steps: [] as (() => void)[],
  /** Chunks of each section that are in the journal already. */
  written: new LuaTable<string, number>(),
}

/** Begins the journal of a round that would be the file `target`. */
export function openJournal(target: string): void {
  state.target = target
  state.due_ms = settings.journal_interval_ms
  state.begun = false
  state.closed = false
  state.onKept = undefined
  state.steps = []
  for (const section of SECTIONS as readonly Section[]) state.written.set(section.key, 0)
}

/** Lets the journal be written now: what is recorded by now must not be lost. */
export function hurryJournal(): void {
  state.due_ms = 0
}

/** As `hurryJournal`, at the start of a round; `onKept` is told when the rows are on the disk, in the journal or the file. */
export function keepSoon(onKept: () => void): void {
  state.onKept = onKept
  hurryJournal()
}

/** Rows of what has not ended are added, in steps, by whoever has them. */
export type OpenRows = (add: (key: SectionKey, line: string) => void) => (() => void)[]

/**
 * Writes to the journal what is new, if it is time. The work is done in steps of one a frame. The rows that have ended
 * are taken before those that have not, so that none is in both.
 */
export function runJournal(now_ms: number, openRows: OpenRows): void {
  const step = state.steps.shift()
  if (step !== undefined) {
    step()
    return
  }
  if (now_ms < state.due_ms || hasJobs()) return
  state.due_ms = now_ms + settings.journal_interval_ms
  const ended: string[] = state.begun ? [] : [headerText(0), title()]
  const open = new LuaTable<string, string[]>()
  for (const section of SECTIONS as readonly Section[]) state.steps.push(() => takeRows(section, ended))
  const adding = openRows((key, line) => {
    if (!open.has(key)) open.set(key, [])
    open.get(key).push(`${line}\n`)
  })
  for (const add of adding) state.steps.push(add)
  state.steps.push(() => write(ended, openText(open)))
}

function openText(open: LuaTable<string, string[]>): string[] {
  const pieces = [title()]
  for (const section of SECTIONS as readonly Section[]) {
    const lines = open.get(section.key) as string[] | undefined
    if (lines === undefined) continue
    pieces.push(sectionHeader(section))
    for (const line of lines) pieces.push(line)
  }
  return pieces
}

/** What is open goes first: if the server dies between the two, rows of one interval are lost, and none is doubled. */
function write(ended: string[], open: string[]): void {
  const target = state.target
  addJob(openName(), FS_WRITE, textOf(open), (ok) => {
    if (!ok || target !== state.target) return
    addJob(journalName(), state.begun ? FS_APPEND : FS_WRITE, textOf(ended), (kept) => {
      if (kept) tellKept()
    })
    state.begun = true
  })
}

function tellKept(): void {
  state.onKept?.()
  state.onKept = undefined
}

/** The rows of a section since the last time. */
function takeRows(section: Section, pieces: string[]): void {
  const buffer = bufferOf(section.key as SectionKey)
  sealLines(buffer)
  const from = state.written.get(section.key)
  if (buffer.chunks.length === from) return
  pieces.push(sectionHeader(section))
  for (let i = from; i < buffer.chunks.length; i++) pieces.push(buffer.chunks[i] as string)
  state.written.set(section.key, buffer.chunks.length)
}

function title(): string {
  return `${TITLE}${state.target}\n`
}

/** Forgets the journal: the round is in its file. */
export function closeJournal(): void {
  state.steps = []
  tellKept()
  if (!state.begun) return
  addJob(openName(), FS_WRITE, textOf([CLOSED]), () => {})
  state.begun = false
  state.closed = true
}

/** Empties a journal that is closed: the module is being unloaded, and no frame waits. */
export function dropJournal(): void {
  if (state.closed) emptyJournal()
  state.closed = false
}

function emptyJournal(): void {
  emptyFile(journalName())
  emptyFile(openName())
}

/** Makes a file of a journal that a killed server left; at once, since the map is being loaded anyway. */
export function recoverJournal(): void {
  const open = wholeLines(readFile(openName(), SIZE_LIMIT) ?? '')
  if (open === CLOSED) {
    emptyJournal()
    return
  }
  const journal = wholeLines(readFile(journalName(), SIZE_LIMIT) ?? '')
  if (journal === '') return
  const target = targetIn(journal)
  if (target === undefined) {
    say(`${journalName()} cannot be used: it does not say of which round it is`)
    emptyFile(journalName())
    return
  }
  const temporary = `${target}.tmp`
  addJob(temporary, FS_WRITE, textOf(targetIn(open) === target ? [journal, open] : [journal]), (ok) => {
    if (!ok || !renameFile(temporary, target)) {
      say(`cannot write ${target}, in which an interrupted round would be`)
      return
    }
    emptyJournal()
    say(`the server ended in the middle of a round; what was recorded of it is in ${target}, marked incomplete`)
  })
  finishJobs()
}

/** A line that was being written when the server died could be taken for a whole one with another value. */
function wholeLines(text: string): string {
  const [lines] = string.match(text, '^.*\n')
  return lines ?? ''
}

function targetIn(text: string): string | undefined {
  const [at, end] = string.find(text, TITLE, 1, true)
  if (at === undefined || end === undefined) return undefined
  const [stop] = string.find(text, '\n', end, true)
  return stop === undefined ? undefined : string.sub(text, end + 1, stop - 1)
}

function journalName(): string {
  return `${settings.output_dir}journal-${port()}.txt`
}

function openName(): string {
  return `${settings.output_dir}journal-${port()}-open.txt`
}

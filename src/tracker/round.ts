/** The life of a round: from the moment play goes live to the finished file. */
import type { SectionKey } from '../format/sections.ts'
import { captureSteps } from './capture.ts'
import { clock, endPause, moveClock, startClock } from './clock.ts'
import { configstring, cvar, cvarNumber, infoValue, MAX_CLIENTS, originOf, readNumber } from './engine.ts'
import { type EndOfRound, endSteps, tellLine, tellStart } from './events.ts'
import { addOpenFights, watchFightFrame } from './fights.ts'
import { say, sayOnce } from './guard.ts'
import { addJob, emptyFile, FS_WRITE, finishJobs, renameFile, runJob } from './jobs.ts'
import { closeJournal, dropJournal, openJournal, recoverJournal, runJournal } from './journal.ts'
import { recordLinks } from './links.ts'
import { endLife, noteConnect, noteSpawn, noteUserinfo, watchLives } from './lives.ts'
import { load, timed } from './load.ts'
import { readLine } from './log-lines.ts'
import { countForMessages, messageSteps } from './messages.ts'
import { type Closing, noteExit, writeOutcome } from './outcome.ts'
import { clearPeople, connections, people } from './people.ts'
import { play } from './play.ts'
import { registerSensors } from './register.ts'
import { fileText, sealSections } from './round-file.ts'
import { deferredCount, runDeferred, runTasks, startTasks } from './schedule.ts'
import { openSensors, record, sense } from './sensors.ts'
import { isWanted, loadSettings, settings } from './settings.ts'
import { runSums } from './text-buffer.ts'
import { openTracks, sampleTracks } from './tracks.ts'
import { BUILD, VERSION } from './version.ts'

/** CS_SERVERINFO. */
const SERVER_INFO = 0
const PLAYING = 0
const INTERMISSION = 3
const MAP_CHANGE = -1
/** Lives closed in one frame of the intermission. */
const LIVES_A_FRAME = 4
/** Work that waits, such as rows, is done in so many frames of the intermission, at least so many pieces in each. */
const DEFERRED_FRAMES = 15
const PIECES = 10
/** Bytes summed in one frame of the intermission, in which nothing else goes on. */
const LAST_SUM_BYTES = 16_384
/** Bytes of the journal written in one frame of play, which has other work too. */
const LIVE_SLICE_BYTES = 8_192
/** Tries to write the file before it is left to the end of the map. */
const ATTEMPTS = 3

export const ending = {
  steps: [] as (() => void)[],
  name: '',
  ended_unix: 0,
  attempts: 0,
  pieces: 0,
  written: true,
  exiting: false,
}

registerSensors()
recordLinks()
countForMessages()

/** False until the module has looked at its settings; after `lua_restart` the engine does not tell of a beginning. */
const start = { begun: false }

/** The engine has loaded a map or restarted it. */
export function initGame(level_ms: number): void {
  start.begun = true
  loadSettings()
  play.phase = 'idle'
  clock.level_ms = level_ms
  clearPeople()
  openSensors(isWanted)
  say(
    settings.enabled
      ? `${VERSION} (${BUILD}) writes to ${cvar('fs_homepath')}/${cvar('fs_game')}/${settings.output_dir}`
      : `${VERSION} is switched off (proximity_enabled 0)`,
  )
  if (!settings.enabled) return
  recoverJournal()
  if (gamestate() === PLAYING) startRound(level_ms)
}

/** One server frame. */
export function runFrame(level_ms: number): void {
  if (!start.begun) {
    initGame(level_ms)
    if (play.phase === 'live') meetEverybody()
  }
  if (settings.enabled) timed(frame, level_ms)
}

function frame(level_ms: number): void {
  const state = gamestate()
  // a state that could not be read is no end
  if (play.phase === 'live' && state !== undefined && state !== PLAYING) {
    endRound(state === INTERMISSION ? 'intermission' : 'restart')
  }
  if (play.phase === 'idle' && state === PLAYING) {
    startRound(level_ms)
    meetEverybody()
  }
  if (play.phase === 'live') liveFrame(level_ms)
  else if (play.phase === 'over') nextStep()
  runSums()
  if (play.phase === 'live') runJob(LIVE_SLICE_BYTES)
  else runJob()
}

function liveFrame(level_ms: number): void {
  moveClock(level_ms, recordPause)
  if (clock.paused) return
  if (ending.exiting) keepPlaces()
  watchLives()
  sampleTracks()
  sense('engagement_tracking', watchFightFrame)
  runTasks()
  runDeferred()
  // a round without anybody leaves nothing
  if (connections() > 0) runJournal(clock.now_ms, openRows)
}

/** What has not ended yet, for the journal. */
function openRows(add: (key: SectionKey, line: string) => void): (() => void)[] {
  const steps = openTracks(add)
  steps.push(() => sense('engagement_tracking', addOpenFights, add))
  return steps
}

function startRound(level_ms: number): void {
  play.phase = 'live'
  const map = infoValue(configstring(SERVER_INFO), 'mapname')
  play.map = map !== '' ? map : cvar('mapname')
  numberRound()
  startClock(level_ms)
  play.started_unix = os.time() - math.floor(clock.now_ms / 1_000)
  clearPeople()
  openSensors(isWanted)
  startTasks()
  load.worst_us = 0
  openJournal(fileName())
  ending.written = false
  ending.exiting = false
  tellStart()
}

/** Taken at the start: the engine counts on when the round ends. What counts neither 0 nor 1 tells no half of a match. */
function numberRound(): void {
  const counter = cvarNumber('g_currentRound')
  play.engine_round = counter
  play.number = counter === 1 ? 2 : 1
  if (counter === undefined) play.number_reason = 'the engine tells no number'
  else if (counter === 0 || counter === 1) play.number_reason = 'the engine counts from 0'
  else play.number_reason = `the engine counts ${counter}, which is neither 0 nor 1`
}

/** Play began without a restart: those who are there have connected, and some live, already. */
function meetEverybody(): void {
  const most = math.min(cvarNumber('sv_maxclients') ?? MAX_CLIENTS, MAX_CLIENTS)
  for (let slot = 0; slot < most; slot++) {
    if (readNumber(slot, 'pers.connected') === 2) {
      noteConnect(slot)
      noteUserinfo(slot)
      noteSpawn(slot)
    }
  }
}

/** A line of the game's log. */
export function takePrint(text: string): void {
  if (play.phase !== 'live') return
  const line = readLine(string.sub(text, -1) === '\n' ? string.sub(text, 1, -2) : text)
  if (line === undefined) return
  if (line.what === 'over') {
    noteExit(line.reason)
    ending.exiting = true
    keepPlaces()
  }
  tellLine(line)
}

/** Where everybody is now, since the next frame may show the camera: at the engine's word of the end, and once more. */
function keepPlaces(): void {
  for (const person of people()) {
    if (person.state === 'alive') {
      person.origin = originOf(person.slot) ?? person.origin
      person.health = readNumber(person.slot, 'health') ?? person.health
    }
  }
}

/** The module is being unloaded: whatever is left is written at once. */
export function shutdownGame(restart: number): void {
  if (!settings.enabled) return
  if (play.phase === 'live') {
    const state = gamestate()
    endRound(restart === 1 ? 'restart' : state === MAP_CHANGE ? 'map_change' : 'server_stop')
  }
  while (ending.steps.length > 0) nextStep()
  finishJobs()
  if (!ending.written && play.phase === 'over') {
    // after an error at the end nothing may have been made ready
    runDeferred(math.huge)
    sealSections()
    runSums(math.huge)
    writeFile()
    finishJobs()
  }
  dropJournal()
}

/** Play is over. The state changes first, so that an error in the work cannot start it again (L-5). */
function endRound(closing: Closing): void {
  play.phase = 'over'
  ending.ended_unix = os.time()
  ending.name = fileName()
  ending.attempts = 0
  if (clock.paused) endPause(clock.level_ms, recordPause)
  const how: EndOfRound = closing === 'intermission' ? 'round_end' : 'shutdown'
  sense('round_outcome', writeOutcome, closing)
  ending.steps = endSteps(how)
  const all = people()
  for (let from = 0; from < all.length; from += LIVES_A_FRAME) {
    const some = all.slice(from, from + LIVES_A_FRAME)
    ending.steps.push(() => {
      for (const person of some) endLife(person, how)
    })
  }
  ending.steps.push(() => {
    ending.pieces = math.max(PIECES, math.ceil(deferredCount() / DEFERRED_FRAMES))
    awaitDeferred()
  })
  for (const step of captureSteps()) ending.steps.push(step)
  ending.steps.push(sealSections)
  ending.steps.push(awaitSums)
  ending.steps.push(writeFile)
  if (closing === 'intermission') for (const step of messageSteps()) ending.steps.push(step)
}

function awaitDeferred(): void {
  if (runDeferred(ending.pieces)) ending.steps.unshift(awaitDeferred)
}

/** The checksum of the file needs those of its parts. */
function awaitSums(): void {
  if (runSums(LAST_SUM_BYTES)) ending.steps.unshift(awaitSums)
}

function nextStep(): void {
  const step = ending.steps.shift()
  if (step !== undefined) step()
}

function recordPause(start_time_ms: number, duration_ms: number): void {
  sense('pauses', () => record('pauses', { start_time_ms, duration_ms }))
}

function writeFile(): void {
  if (connections() === 0) {
    ending.written = true
    return
  }
  ending.attempts += 1
  const temporary = `${ending.name}.tmp`
  addJob(temporary, FS_WRITE, fileText(ending.ended_unix), (ok) => {
    if (ok && renameFile(temporary, ending.name)) {
      ending.written = true
      closeJournal()
      return
    }
    sayOnce(`cannot write ${ending.name}: is the disk full, or the folder of another user?`)
    emptyFile(temporary)
    if (ending.attempts < ATTEMPTS) ending.steps.push(writeFile)
  })
}

/** Local time, since people look for a round by the hour at which they played it. */
function fileName(): string {
  const [map] = string.gsub(play.map === '' ? 'unknown' : play.map, '[^%w_.-]', '_')
  return `${settings.output_dir}${os.date('%Y-%m-%d-%H%M%S')}-${map}-round-${play.number}_engagements.txt`
}

/** The engine's state; anything but a number is no state. */
function gamestate(): number | undefined {
  return tonumber(cvar('gamestate'))
}

/** Whether a hook's player is to be followed now. */
export function isLive(): boolean {
  return play.phase === 'live'
}

/** Codes by which a player ties his identifier to an account elsewhere. Nobody else in the game sees them. */
import { cleanGuid, cleanText } from '../format/clean-text.ts'
import { clock } from './clock.ts'
import { infoValue, port, readText, userinfo } from './engine.ts'
import { onStart } from './events.ts'
import { addJob, emptyFile, FS_APPEND, readFile, textOf } from './jobs.ts'
import { hurryJournal, keepSoon } from './journal.ts'
import { personIn } from './people.ts'
import { play } from './play.ts'
import { record } from './sensors.ts'
import { settings } from './settings.ts'

/** What a code looks like: letters, digits, `-` and `_`. */
const SHAPE = '^[%w_-]+$'
const SHORTEST = 4
const LONGEST = 32
/** Codes that one player may give: a typing error or two, not a flood. */
const MOST = 5
const FILE_LIMIT = 16_384

/** Codes of this round by identifier: outside of play nobody tells who has left a slot and who has taken it. */
const given = new LuaTable<string, number>()

export function recordLinks(): void {
  onStart('link_codes', () => {
    for (const [guid] of pairs(given)) given.delete(guid)
    takeWaiting()
  })
}

/** Takes a code and gives the answer for the player. Outside of play it waits for the next round. */
export function noteLink(slot: number, code: string): string {
  if (code.length < SHORTEST || code.length > LONGEST || string.find(code, SHAPE)[0] === undefined) {
    return `Usage: /proximity_link CODE, with the code that you were given (${SHORTEST} to ${LONGEST} letters and digits).`
  }
  const stated = infoValue(userinfo(slot), 'cl_guid')
  if (stated === '') return 'Your game has no identifier (cl_guid) to which a code could be tied.'
  // as he came, whatever his game says of itself now
  const person = play.phase === 'live' ? personIn(slot) : undefined
  const guid = person?.guid ?? stated
  const count = (given.get(guid) ?? 0) + 1
  given.set(guid, count)
  if (count > MOST) return 'Too many codes; try again in the next round.'
  const name = readText(slot, 'pers.netname') ?? ''
  if (play.phase === 'live') {
    record('link_codes', { time_ms: clock.now_ms, guid, name, code })
    hurryJournal()
  } else {
    const row = `${cleanGuid(guid)};${cleanText(name)};${code}\n`
    addJob(waitingName(), FS_APPEND, textOf([row]), () => {})
  }
  return 'Your code is noted. It is handed on when the round has ended.'
}

/** Codes typed before the round began; they wait until the round has them on the disk. */
function takeWaiting(): void {
  const text = readFile(waitingName(), FILE_LIMIT)
  if (text === undefined || text === '') return
  for (const [guid, name, code] of string.gmatch(text, '([^;\n]+);([^;\n]*);([^;\n]+)\n')) {
    record('link_codes', { time_ms: 0, guid: guid as string, name: name as string, code: code as string })
  }
  keepSoon(() => dropWaiting(text.length))
}

/** Leaves what was added since: a round may end before it has a journal. */
function dropWaiting(taken_bytes: number): void {
  const rest = string.sub(readFile(waitingName(), FILE_LIMIT) ?? '', taken_bytes + 1)
  emptyFile(waitingName())
  if (rest !== '') addJob(waitingName(), FS_APPEND, textOf([rest]), () => {})
}

function waitingName(): string {
  return `${settings.output_dir}link-codes-${port()}.txt`
}

/** That somebody spoke, and which voice macro he used; never a word of what he wrote. */
import { clock } from './clock.ts'
import type { Person } from './people.ts'
import { recordLater } from './schedule.ts'
import { sense } from './sensors.ts'

const CHAT = ['say', 'say_team', 'say_buddy']
const VOICE = ['vsay', 'vsay_team', 'vsay_buddy']
const MACRO_BYTES = 32

/** A command of a player; told inside the engine's hook, while its words can be read. */
export function noteComm(person: Person, command: string): void {
  const voice = VOICE.includes(command)
  if (!voice && !CHAT.includes(command)) return
  sense('comm_events', () => {
    recordLater('comm_events', {
      time_ms: clock.now_ms,
      guid: person.guid,
      name: person.name,
      team: person.team,
      cmd: command,
      arg: voice ? macroOf(et.trap_Argv(1)) : '',
    })
  })
}

/** The macro's name: one word. What follows it in a voice command is text of the player's own. */
function macroOf(word: string): string {
  const [macro] = string.match(word, '^%a[%w_]*$')
  return macro === undefined || macro.length > MACRO_BYTES ? '' : macro
}

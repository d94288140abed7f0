/** What people can ask the tracker: `proximity status` on the server's console, and a player's own commands. */
import { clock } from './clock.ts'
import { noteComm } from './comms.ts'
import { failures, say } from './guard.ts'
import { noteLink } from './links.ts'
import { load } from './load.ts'
import { people, personIn } from './people.ts'
import { play } from './play.ts'
import { ending, isLive } from './round.ts'
import { rowsOf } from './round-file.ts'
import { allSensors, stateOf } from './sensors.ts'
import { settings } from './settings.ts'
import { VERSION } from './version.ts'

/** A command of a player. 1 keeps it from the game, so that nobody else sees it. */
export function takeClientCommand(slot: number, command: string): number | undefined {
  const name = string.lower(command)
  if (name === 'proximity_link') {
    tell(slot, settings.enabled ? noteLink(slot, et.trap_Argv(1)) : `${VERSION} is switched off.`)
    return 1
  }
  const person = isLive() ? personIn(slot) : undefined
  if (person !== undefined) noteComm(person, name)
  return undefined
}

/** A command on the server's console. */
export function takeConsoleCommand(command: string): number | undefined {
  if (string.lower(command) !== 'proximity') return undefined
  if (et.trap_Argv(1) === 'status') for (const line of status()) say(line)
  else say('usage: proximity status')
  return 1
}

function status(): string[] {
  if (!settings.enabled) return [`${VERSION} is switched off (proximity_enabled 0)`]
  const lines = [
    `${VERSION}, profile ${settings.profile}, writes to ${settings.output_dir}`,
    play.phase === 'live'
      ? `recording ${play.map} round ${play.number}: ${people().length} players, ${math.floor(clock.now_ms / 1_000)} s`
      : 'waiting for a round',
    `last file: ${ending.written && ending.name !== '' ? ending.name : 'none since the map was loaded'}`,
    `errors: ${failures.count}${failures.first === '' ? '' : `, the first: ${failures.first}`}`,
    `slowest frame: ${load.worst_us} microseconds`,
  ]
  for (const sensor of allSensors()) {
    const state = stateOf(sensor)
    const reason = sensor.reason === '' ? '' : ` (${sensor.reason})`
    if (state !== 'on' || reason !== '') lines.push(`${sensor.name}: ${state}, ${rowsOf(sensor)} rows${reason}`)
  }
  return lines
}

function tell(slot: number, text: string): void {
  et.trap_SendServerCommand(slot, `print "^3Proximity^7: ${text}\n"`)
}

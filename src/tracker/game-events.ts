/** What the game itself announces, from the lines of its log. */
import type { Team } from '../format/codec.ts'
import { clock } from './clock.ts'
import type { Vector } from './engine.ts'
import { onEnd, onLine, onStart } from './events.ts'
import { placeOf } from './living.ts'
import type { Flag, LogLine } from './log-lines.ts'
import { placeNamed } from './objectives.ts'
import type { Person } from './people.ts'
import { every, recordLater } from './schedule.ts'

const WORDS = {
  planted: 'dynamite_planted',
  defused: 'dynamite_defused',
  destroyed: 'destroyed',
  constructed: 'constructed',
} as const

interface Taken {
  readonly time_ms: number
  readonly person: Person
  readonly team: Team
  readonly flag: Flag
  readonly place: Vector | undefined
}

/** An item that was taken: its name follows in the same instant, if the map gives it one. */
let taken: Taken | undefined

export function watchGameEvents(): void {
  onStart('game_events', () => {
    taken = undefined
  })
  onLine('game_events', take)
  every('game_events', 0, 0, () => writeTaken(undefined))
  onEnd('game_events', () => writeTaken(undefined))
}

function take(line: LogLine): void {
  if (line.what === 'taken') {
    writeTaken(undefined)
    const { person, flag } = line
    taken = { time_ms: clock.now_ms, person, team: person.team, flag, place: placeOf(person) }
  } else if (line.what === 'stole') {
    if (taken?.team === line.team) writeTaken(line.object)
  } else if (line.what === 'returned') {
    write('objective_returned', line.object, line.team, undefined, undefined)
  } else if (line.what === 'announced') {
    write('announced', line.object, undefined, undefined, undefined)
  } else if (line.what !== 'over') {
    const { person, object, what } = line
    // who planted is far away when it blows
    const place = what === 'destroyed' ? placeNamed(object) : placeOf(person)
    write(WORDS[what], object, person.team, person, place)
  }
}

function writeTaken(name: string | undefined): void {
  if (taken === undefined) return
  const { time_ms, person, team, flag, place } = taken
  taken = undefined
  write('objective_taken', name ?? flag, team, person, place, time_ms)
}

/** An item changed hands in a way that the log does not tell. */
export function noteItem(
  event: 'objective_dropped' | 'objective_delivered',
  person: Person,
  flag: Flag,
  place: Vector | undefined,
): void {
  write(event, flag, person.team, person, place)
}

function write(
  event: string,
  object: string,
  team: Team | undefined,
  person: Person | undefined,
  place: Vector | undefined,
  time_ms = clock.now_ms,
): void {
  recordLater('game_events', {
    time_ms,
    event,
    team,
    guid: person?.guid,
    name: person?.name,
    object,
    x: place?.[0],
    y: place?.[1],
    z: place?.[2],
  })
}

/**
 * The lines of the game's log that tell of objectives and of the end. They are matched whole and from their first character: a chat line
 * begins with `say: ` or with a colour code, so that nobody can write one of these (et-lua-api 3.7).
 */
import type { Team } from '../format/codec.ts'
import { type Person, personIn, plays } from './people.ts'

/** `redflag` belongs to Axis and is carried by Allies. */
export type Flag = 'redflag' | 'blueflag'

export type LogLine =
  | { readonly what: 'taken'; readonly person: Person; readonly flag: Flag }
  | {
      readonly what: 'planted' | 'defused' | 'destroyed' | 'constructed'
      readonly person: Person
      readonly object: string
    }
  | { readonly what: 'stole'; readonly team: Team; readonly object: string }
  | { readonly what: 'returned'; readonly team: Team; readonly object: string }
  | { readonly what: 'announced'; readonly object: string }
  | { readonly what: 'over'; readonly reason: string }

type Parse = (this: void, rest: string) => LogLine | undefined

/** What each line begins with, up to its colon. */
const PARSERS: Readonly<Record<string, Parse | undefined>> = {
  Dynamite_Plant: (rest) => parseWork('planted', rest),
  Dynamite_Diffuse: (rest) => parseWork('defused', rest),
  Objective_Destroyed: (rest) => parseWork('destroyed', rest),
  Repair: parseRepair,
  Item: parseItem,
  Exit: (reason) => ({ what: 'over', reason }),
  'legacy popup': parsePopup,
  'legacy announce': parseAnnouncement,
}

/** What a line tells; undefined for every other line, and for one that names nobody who plays. */
export function readLine(text: string): LogLine | undefined {
  const [head, rest] = string.match(text, '^([%a_ ]+): ()')
  const parse = head === undefined ? undefined : PARSERS[head]
  return parse?.(string.sub(text, rest as unknown as number))
}

function parseWork(what: 'planted' | 'defused' | 'destroyed', rest: string): LogLine | undefined {
  const [slot, object] = string.match(rest, '^(%d+) (.+)$')
  const person = playerIn(slot)
  return person === undefined || object === undefined ? undefined : { what, person, object }
}

function parseRepair(rest: string): LogLine | undefined {
  const [slot] = string.match(rest, '^(%d+)$')
  const person = playerIn(slot)
  // the game does not say what was built
  return person === undefined ? undefined : { what: 'constructed', person, object: '' }
}

function parseItem(rest: string): LogLine | undefined {
  const [slot, flag] = string.match(rest, '^(%d+) team_CTF_(%a+flag)$')
  const person = playerIn(slot)
  if (person === undefined || (flag !== 'redflag' && flag !== 'blueflag')) return undefined
  return { what: 'taken', person, flag }
}

function parsePopup(rest: string): LogLine | undefined {
  const [side, what, object] = string.match(rest, '^%^7(%a+)%^7 (%a+) "(.*)"$')
  const team = side === 'axis' ? 'AXIS' : side === 'allies' ? 'ALLIES' : undefined
  if (team === undefined || object === undefined) return undefined
  if (what === 'stole') return { what, team, object }
  return what === 'returned' ? { what, team, object } : undefined
}

function parseAnnouncement(rest: string): LogLine | undefined {
  const [object] = string.match(rest, '^"(.*)"$')
  if (object === undefined) return undefined
  // the engine's own colour, not the map's
  return { what: 'announced', object: string.sub(object, 1, 2) === '^7' ? string.sub(object, 3) : object }
}

function playerIn(slot: string | undefined): Person | undefined {
  const number = tonumber(slot)
  const person = number === undefined ? undefined : personIn(number)
  return person !== undefined && plays(person) ? person : undefined
}

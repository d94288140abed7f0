import type { Attacker, Field } from '../format/codec.ts'
import type { Round } from '../format/round.ts'
import { SECTIONS } from '../format/sections.ts'
import type { PlayerKind, Roster, RosterName, RosterPlayer } from './derived.ts'
import { identity, isShared, type People, peopleOf, playerKind } from './people.ts'

/** A field of a section that refers to people, and the field with the name beside it. */
interface Reference {
  readonly field: string
  readonly name_field: string | undefined
  readonly kind: 'guid' | 'guids' | 'attackers'
}

function references(fields: readonly Field[]): readonly Reference[] {
  const known = new Set(fields.map(([name]) => name))
  return fields.flatMap(([field, { kind }]) => {
    if (kind !== 'guid' && kind !== 'guids' && kind !== 'attackers') return []
    const name = field.replace(/guid$/, 'name')
    return [{ field, name_field: kind === 'guid' && known.has(name) ? name : undefined, kind }]
  })
}

type Mention = (guid: string, name?: string) => void

function mentionIn(row: Readonly<Record<string, unknown>>, { field, name_field, kind }: Reference, mention: Mention) {
  const value = row[field]
  if (kind === 'guids') for (const guid of value as readonly string[]) mention(guid)
  else if (kind === 'attackers') for (const { guid, name } of value as readonly Attacker[]) mention(guid, name)
  else if (name_field === undefined) {
    if (value !== null) mention(value as string)
  } else {
    const name = (row[name_field] as string | null) ?? ''
    // an absent identifier means nobody, unless a name shows that somebody without one is meant
    if (value !== null || name !== '') mention((value as string | null) ?? '', name)
  }
}

/** Calls back for every mention of a person, in the order of the file; without a name where the section has none. */
function eachMention(round: Round, mention: Mention): void {
  for (const { key, fields } of SECTIONS) {
    const refs = references(fields)
    for (const row of round.rows[key]) for (const reference of refs) mentionIn(row, reference, mention)
  }
}

/** Who is a person and who a bot, as the engine says, by identity. */
function statedKinds(round: Round): ReadonlyMap<string, PlayerKind> {
  const kinds = new Map<string, PlayerKind>()
  for (const { guid, name, kind } of round.rows.players) {
    const key = identity(guid, name)
    if (kind === 'bot' || (kind === 'human' && !kinds.has(key))) kinds.set(key, kind)
  }
  return kinds
}

/** The last name of each player, from the fights and lives, whose rows say since when a name holds. */
function latestNames(round: Round, people: People, players: readonly RosterPlayer[]): readonly string[] {
  const latest = players.map(({ name }) => ({ name, time_ms: Number.NEGATIVE_INFINITY }))
  const note = (guid: string, name: string, time_ms: number) => {
    const known = latest[people.get(guid, name)]
    if (name === '' || known === undefined || time_ms < known.time_ms) return
    known.name = name
    known.time_ms = time_ms
  }
  for (const { target_guid, target_name, start_time_ms, attackers } of round.rows.engagements) {
    note(target_guid, target_name, start_time_ms)
    for (const { guid, name, first_hit_ms } of attackers) note(guid, name, first_hit_ms)
  }
  for (const { guid, name, spawn_time_ms } of round.rows.player_tracks) note(guid, name, spawn_time_ms)
  return latest.map(({ name }) => name)
}

/**
 * Everybody whom a row of the round mentions, found through the field lists of the sections. Whether he is a bot is what
 * PLAYERS says, and told by his identifier in files that lack it (L-21). People whose identifier is
 * shared are told apart by name; those who appear by identifier only have an empty name and come last.
 */
export function rosterOf(round: Round): Roster {
  const players: RosterPlayer[] = []
  const names: RosterName[] = []
  const namesOf = new Map<string, Set<string>>()
  const byIdentity = new Map<string, number>()
  const nameless = new Set<string>()
  const kinds = statedKinds(round)

  const add = (guid: string, name: string) => {
    const used = namesOf.get(guid)
    if (used?.has(name)) return
    if (used) used.add(name)
    else namesOf.set(guid, new Set([name]))
    const key = identity(guid, name)
    const kind = kinds.get(key) ?? playerKind(guid)
    const player = byIdentity.get(key) ?? players.push({ guid, kind, name }) - 1
    byIdentity.set(key, player)
    names.push({ player, name })
  }
  eachMention(round, (guid, name) => {
    if (name === undefined || (name === '' && !isShared(guid))) nameless.add(guid)
    else add(guid, name)
  })
  for (const guid of nameless) if (!namesOf.has(guid)) add(guid, '')

  const latest = latestNames(round, peopleOf({ players, names }), players)
  return { players: players.map((player, index) => ({ ...player, name: latest[index] ?? player.name })), names }
}

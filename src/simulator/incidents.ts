import { asText } from './bytes.ts'
import type { Text } from './fields.ts'
import { fall, killSelf } from './harm.ts'
import { chooseTeam, connect, disconnect, userinfoChanged } from './lives.ts'
import type { ClassNumber, Person } from './people.ts'
import { MEANS } from './weapons.ts'
import { newPlayer, type Player, SPECTATOR, type TeamNumber, type World } from './world.ts'

/** Something unusual at a time of the round's clock, ms. */
export type Incident = { readonly at_ms: number } & (
  | { readonly kind: 'leave' | 'suicide'; readonly slot: number }
  /** A client comes into a slot, looks on for two seconds and chooses a side. */
  | { readonly kind: 'join'; readonly slot: number; readonly person: Person; readonly team: TeamNumber }
  | { readonly kind: 'choose_team'; readonly slot: number; readonly team: TeamNumber }
  | { readonly kind: 'choose_class'; readonly slot: number; readonly player_class: ClassNumber }
  | { readonly kind: 'rename'; readonly slot: number; readonly name: string }
  | { readonly kind: 'shove'; readonly slot: number; readonly by: number }
  | { readonly kind: 'say'; readonly slot: number; readonly text: string }
  | { readonly kind: 'command'; readonly slot: number; readonly words: readonly [Text, ...Text[]] }
  /** Real time, with the ten seconds of the visible countdown at its end. */
  | { readonly kind: 'pause'; readonly for_ms: number }
  | Ending
)

/** What ends a round before its time. */
export type Ending =
  | { readonly kind: 'surrender'; readonly team: TeamNumber }
  /** Ends the VM without "Exit:": the same round again, back to the warm-up, another map, a stop, a crash. */
  | { readonly kind: 'restart' | 'reset_match' | 'map_change' | 'server_stop' | 'crash' }

const LOOKS_ON_MS = 2_000

/** Lets an incident happen that the round goes on after; gives what follows from it. */
export function happen(world: World, incident: Exclude<Incident, Ending | { kind: 'pause' }>): Incident[] {
  const { server } = world
  if (incident.kind === 'join') return [join(world, incident)]
  const player = world.players.find(({ slot, state }) => slot === incident.slot && state !== 'gone')
  if (player === undefined) return []
  switch (incident.kind) {
    case 'leave':
      disconnect(world, player)
      break
    case 'suicide':
      server.to.command(player.slot, 'kill')
      if (player.state === 'alive') killSelf(world, player, MEANS.suicide)
      break
    case 'choose_team':
      server.to.command(player.slot, 'team', teamLetter(incident.team))
      if (player.state === 'alive') killSelf(world, player, MEANS.switch_team)
      chooseTeam(world, player, incident.team)
      break
    case 'choose_class':
      player.player_class = incident.player_class
      server.set(player.slot, { 'sess.latchPlayerType': incident.player_class })
      break
    case 'rename':
      player.name = incident.name
      userinfoChanged(world, player)
      break
    case 'shove': {
      const by = world.players.find(({ slot }) => slot === incident.by)
      if (player.state === 'alive') fall(world, player, player.health + 40, by)
      break
    }
    case 'say':
      say(world, player, incident.text)
      break
    case 'command':
      server.to.command(player.slot, ...incident.words)
  }
  return []
}

function teamLetter(team: TeamNumber): string {
  return team === SPECTATOR ? 's' : team === 1 ? 'r' : 'b'
}

function join(world: World, { at_ms, slot, person, team }: Extract<Incident, { kind: 'join' }>): Incident {
  const player = newPlayer(person, slot, SPECTATOR)
  const { players } = world
  const before = players.findIndex((one) => one.slot === slot)
  if (before >= 0) players.splice(before, 1, player)
  else players.push(player)
  players.sort((a, b) => a.slot - b.slot)
  connect(world, player, true)
  return { at_ms: at_ms + LOOKS_ON_MS, kind: 'choose_team', slot, team }
}

/** Chat reaches et_Print twice and et_Chat once per listener; only the first form cannot be forged (et-lua-api 3.7). */
function say({ server, players }: World, player: Player, text: string): void {
  server.to.command(player.slot, 'say', asText(text))
  server.call('et_Print', asText(`say: ^7${player.name}^7: ^2${text}\n`))
  server.call('et_Print', asText(`^7${player.name}^7: ^2${text}\n`))
  for (const { slot, state } of players) if (state !== 'gone') server.call('et_Chat', player.slot, slot, asText(text))
}

import type { Frame } from './clock.ts'
import { meansName, SWITCH_TEAM, weaponOf } from './means.ts'
import { type Call, type Client, distance, isActive, isAlive } from './trace.ts'

/** One hit that took health from a living player. */
export interface Hit {
  readonly line: number
  readonly time: number
  readonly relation: 'enemy' | 'team' | 'self' | 'world'
  /** Undefined unless a player caused it. */
  readonly attacker: Client | undefined
  /** As he was just before the hit. */
  readonly target: Client
  readonly damage: number
  readonly mod: number
  readonly weapon: number | undefined
  /** 0 head, 1 arms, 2 body, 3 legs; undefined for means that have no region. */
  readonly region: number | undefined
}

/** One obituary. */
export interface Death {
  readonly line: number
  readonly time: number
  readonly victim: Client
  readonly killer: Client | undefined
  /** The killer where he is, or where he died if his grenade outlived him: in limbo he has another player's place. */
  readonly killerPlace: Client | undefined
  readonly cause: 'kill' | 'team_kill' | 'suicide' | 'team_switch' | 'world'
  readonly mod: number
  readonly means: string | undefined
  readonly weapon: number | undefined
  /** Players alive on each side after it. */
  readonly axisAlive: number
  readonly alliesAlive: number
}

export interface Revive {
  readonly line: number
  readonly time: number
  readonly revived: Client
  readonly medic: Client
  readonly nearestEnemy: Client | undefined
}

export interface Shot {
  readonly line: number
  readonly time: number
  readonly shooter: Client
  readonly weapon: number
}

/** Damage to a player who lives; corpses, map objects and calls without damage are none. */
export function hitsOf({ live, clock }: Frame): Hit[] {
  const hits: Hit[] = []
  let regions: (readonly number[] | undefined)[] = []
  for (const call of live) {
    if (call.name === 'et_Damage') {
      const [targetSlot, attackerSlot, damage, , mod] = call.args as number[]
      const target = call.clients[targetSlot as number]
      const attacker = call.clients[attackerSlot as number]
      if (isAlive(target) && (damage as number) >= 1) {
        hits.push({
          line: call.line,
          time: clock(call.level),
          relation: relationOf(attacker, target),
          attacker,
          target,
          damage: damage as number,
          mod: mod as number,
          weapon: weaponOf(mod as number),
          region: attacker && raised(regions[attacker.slot] ?? [0, 0, 0, 0], attacker.regions),
        })
      }
    }
    regions = call.clients.map((client) => client?.regions)
  }
  return hits
}

function relationOf(attacker: Client | undefined, target: Client): Hit['relation'] {
  if (attacker === undefined) return 'world'
  if (attacker.slot === target.slot) return 'self'
  return attacker.team === target.team ? 'team' : 'enemy'
}

/** The counter that grew since the call before. */
function raised(before: readonly number[], now: readonly number[]): number | undefined {
  const grown = [0, 1, 2, 3].filter((region) => (now[region] as number) > (before[region] as number))
  if (grown.length > 1) throw new Error('more than one region grew at once')
  return grown[0]
}

export function deathsOf({ live, clock }: Frame): Death[] {
  const died = new Map<string, Client>()
  return live
    .filter((call) => call.name === 'et_Obituary')
    .map((call) => {
      const [victimSlot, killerSlot, mod] = call.args as number[]
      const victim = call.clients[victimSlot as number] as Client
      const killer = call.clients[killerSlot as number]
      died.set(victim.guid, victim)
      return {
        line: call.line,
        time: clock(call.level),
        victim,
        killer,
        killerPlace: placeOf(killer, died),
        cause: causeOf(victim, killer, mod as number),
        mod: mod as number,
        means: meansName(mod as number),
        weapon: weaponOf(mod as number),
        axisAlive: aliveOn(call, 1),
        alliesAlive: aliveOn(call, 2),
      }
    })
}

function placeOf(player: Client | undefined, died: ReadonlyMap<string, Client>): Client | undefined {
  if (player === undefined || isAlive(player)) return player
  return died.get((player as Client).guid) ?? player
}

function causeOf(victim: Client, killer: Client | undefined, mod: number): Death['cause'] {
  if (mod === SWITCH_TEAM) return 'team_switch'
  if (killer === undefined) return 'world'
  if (killer.slot === victim.slot) return 'suicide'
  return isActive(killer) && killer.team === victim.team ? 'team_kill' : 'kill'
}

function aliveOn(call: Call, team: number): number {
  return call.clients.filter((client) => isAlive(client) && client.team === team).length
}

/** The place is that of `et_Revive`: in the spawn call before it the body is still lifted by nine units. */
export function revivesOf({ live, clock }: Frame): Revive[] {
  return live
    .filter((call) => call.name === 'et_Revive')
    .map((call) => {
      const revived = call.clients[call.args[0] as number] as Client
      const enemies = call.clients.filter((client) => isAlive(client)).filter(({ team }) => team !== revived.team)
      enemies.sort((a, b) => distance(a, revived) - distance(b, revived))
      return {
        line: call.line,
        time: clock(call.level),
        revived,
        medic: call.clients[call.args[1] as number] as Client,
        nearestEnemy: enemies[0],
      }
    })
}

/** Syringes, packs, binoculars, pliers and detonators, whose use the engine reports like a shot. */
export const TOOLS: readonly unknown[] = [11, 12, 19, 20, 21, 28, 44]

export function shotsOf({ live, clock }: Frame): Shot[] {
  return live
    .filter((call) => call.name === 'et_WeaponFire' && !TOOLS.includes(call.args[1]))
    .map((call) => ({
      line: call.line,
      time: clock(call.level),
      shooter: call.clients[call.args[0] as number] as Client,
      weapon: call.args[1] as number,
    }))
}

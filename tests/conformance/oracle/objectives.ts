import type { Frame } from './clock.ts'
import { type Call, type Client, distance, isAlive } from './trace.ts'

/** One carry of an objective's item. */
export interface Carry {
  readonly line: number
  readonly flag: 'redflag' | 'blueflag'
  readonly carrier: Client
  readonly pickup: number
  readonly end: number
  /** The carrier when he last had it. */
  readonly last: Client
  readonly outcome: 'killed' | 'dropped' | 'secured' | 'disconnected' | 'round_end'
  readonly killer: Client | undefined
  /** The way from frame to frame. */
  readonly way: number
  readonly beeline: number
}

const PICKUP = /^Item: (\d+) team_CTF_(red|blue)flag\n$/

/** Whoever has the item's power-up carries it; the ways he can lose it are his death, his leaving, or delivery. */
export function carriesOf({ live, clock, afterEnd, winner, endReason }: Frame): Carry[] {
  const carries: Carry[] = []
  let open: { line: number; flag: Carry['flag']; carrier: Client; pickup: number; last: Client; way: number }[] = []
  const close = (carry: (typeof open)[0], end: number, outcome: Carry['outcome'], killer?: Client) => {
    open = open.filter((other) => other !== carry)
    const beeline = Math.hypot(
      carry.last.x - carry.carrier.x,
      carry.last.y - carry.carrier.y,
      carry.last.z - carry.carrier.z,
    )
    carries.push({ ...carry, end, outcome, killer, beeline })
  }
  for (const call of live) {
    const time = clock(call.level)
    const item = call.name === 'et_Print' ? PICKUP.exec(String(call.args[0])) : null
    if (item) {
      const carrier = call.clients[Number(item[1])] as Client
      const flag = item[2] === 'red' ? 'redflag' : 'blueflag'
      open.push({ line: call.line, flag, carrier, pickup: time, last: carrier, way: 0 })
    }
    for (const carry of open) {
      const now = call.clients[carry.carrier.slot]
      if (call.name === 'et_Obituary' && call.args[0] === carry.carrier.slot) {
        const killer = call.args[1] === call.args[0] ? undefined : call.clients[call.args[1] as number]
        carry.last = now as Client
        close(carry, time, killer && killer.team !== carry.carrier.team ? 'killed' : 'dropped', killer)
      } else if (call.name === 'et_ClientDisconnect' && call.args[0] === carry.carrier.slot)
        close(carry, time, 'disconnected')
      else if (call.name === 'et_RunFrame' && now) {
        const has = carry.flag === 'redflag' ? now.redFlag : now.blueFlag
        if (!has || !isAlive(now)) close(carry, time, 'secured')
        else {
          carry.way += distance(now, carry.last)
          carry.last = now
        }
      }
    }
  }
  // a delivery ends the round in the same frame, so that no live frame shows the item gone
  for (const carry of open) {
    const there = live.at(-1)?.clients[carry.carrier.slot] as Client
    carry.way += distance(there, carry.last)
    carry.last = there
    const delivered = endReason === 'objective' && winner === ['AXIS', 'ALLIES'][carry.carrier.team - 1]
    close(carry, clock(afterEnd.level), delivered ? 'secured' : 'round_end')
  }
  return carries
}

/** Announcements and other lines about objectives, as the console had them. */
export function objectiveLinesOf({ live, clock }: Frame): { line: number; time: number; text: string }[] {
  const pattern = /^(Item: \d+ team_CTF_|legacy (announce|popup): |Dynamite_|Objective_Destroyed: |Repair: )/
  return live
    .filter((call) => call.name === 'et_Print' && pattern.test(String(call.args[0])))
    .map((call) => ({ line: call.line, time: clock(call.level), text: String(call.args[0]).trim() }))
}

export interface Cohesion {
  readonly alive: number
  readonly x: number
  readonly y: number
  readonly dispersion: number
  readonly spread: number
  readonly stragglers: number
  readonly nearest: number
}

const STRAGGLER_UNITS = 800

/** How close together the living players of a side stand in one frame, seen from above. */
export function cohesionAt(call: Call, team: number): Cohesion {
  const players = call.clients.filter((client) => isAlive(client)).filter((client) => client.team === team)
  const x = players.reduce((sum, player) => sum + player.x, 0) / players.length
  const y = players.reduce((sum, player) => sum + player.y, 0) / players.length
  const off = players.map((player) => Math.hypot(player.x - x, player.y - y))
  const pairs = players.flatMap((a, i) => players.slice(i + 1).map((b) => Math.hypot(a.x - b.x, a.y - b.y)))
  return {
    alive: players.length,
    x,
    y,
    dispersion: off.reduce((sum, distance) => sum + distance, 0) / players.length,
    spread: Math.max(...pairs),
    stragglers: off.filter((distance) => distance > STRAGGLER_UNITS).length,
    nearest: Math.min(...pairs),
  }
}

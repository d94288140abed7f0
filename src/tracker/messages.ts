/** What each player reads in the intermission: two lines about his round, and one about both sides for everybody. */
import { onCrossfire, onDeath, onRevive, onStart, onTrade } from './events.ts'
import type { Person } from './people.ts'
import { settings } from './settings.ts'

/** One player's round. */
interface Tally {
  readonly person: Person
  deaths: number
  traded: number
  trades: number
  revives: number
  /** Crossfires with each mate, by connection. */
  readonly partners: LuaTable<number, { readonly mate: Person; count: number }>
  readonly mates: number[]
}

const tallies = new LuaTable<number, Tally>()
let order: Tally[] = []
/** Crossfires, trades and revives of Axis and Allies. */
let sides: { crossfires: number; trades: number; revives: number }[] = []

export function countForMessages(): void {
  onStart('engagement_tracking', () => {
    for (const { person } of order) tallies.delete(person.connection)
    order = []
    sides = [
      { crossfires: 0, trades: 0, revives: 0 },
      { crossfires: 0, trades: 0, revives: 0 },
    ]
  })
  onCrossfire('engagement_tracking', countCrossfire)
  onTrade('trade_kills', (victim, trader) => {
    tallyOf(victim).traded += 1
    tallyOf(trader).trades += 1
    const side = sides[trader.side - 1]
    if (side !== undefined) side.trades += 1
  })
  onDeath('deaths', ({ victim, cause }) => {
    if (cause === 'kill') tallyOf(victim).deaths += 1
  })
  onRevive('revives', (_revived, medic) => {
    if (medic === undefined) return
    tallyOf(medic).revives += 1
    const side = sides[medic.side - 1]
    if (side !== undefined) side.revives += 1
  })
}

function countCrossfire(participants: readonly Person[]): void {
  const side = sides[(participants[0]?.side ?? 0) - 1]
  if (side !== undefined) side.crossfires += 1
  for (const person of participants) {
    const tally = tallyOf(person)
    for (const mate of participants) {
      if (mate !== person) countPartner(tally, mate)
    }
  }
}

function countPartner(tally: Tally, mate: Person): void {
  let partner = tally.partners.get(mate.connection)
  if (partner === undefined) {
    partner = { mate, count: 0 }
    tally.partners.set(mate.connection, partner)
    tally.mates.push(mate.connection)
  }
  partner.count += 1
}

function tallyOf(person: Person): Tally {
  let tally = tallies.get(person.connection)
  if (tally === undefined) {
    tally = { person, deaths: 0, traded: 0, trades: 0, revives: 0, partners: new LuaTable(), mates: [] }
    tallies.set(person.connection, tally)
    order.push(tally)
  }
  return tally
}

/** The messages as steps of the intermission, a player each; none where they are switched off. */
export function messageSteps(): (() => void)[] {
  if (!settings.player_messages || order.length === 0) return []
  const steps = [() => send(-1, sidesLine())]
  for (const tally of order) {
    // a bot reads nothing, and the slot of one who has left may be another's (L-20)
    if (!tally.person.bot && tally.person.state !== 'gone') {
      steps.push(() => {
        send(tally.person.slot, partnerLine(tally))
        send(tally.person.slot, supportLine(tally))
      })
    }
  }
  return steps
}

function partnerLine(tally: Tally): string {
  let best: { readonly mate: Person; count: number } | undefined
  for (const connection of tally.mates) {
    const partner = tally.partners.get(connection)
    if (best === undefined || partner.count > best.count) best = partner
  }
  const deaths = `${tally.traded} of your ${tally.deaths} deaths were traded`
  if (best === undefined) return `no crossfires with a mate; ${deaths}.`
  return `best crossfire partner ${best.mate.name}^7 (${best.count}); ${deaths}.`
}

function supportLine({ trades, revives }: Tally): string {
  return `your support: ${trades} deaths of mates traded, ${revives} mates revived.`
}

function sidesLine(): string {
  const texts: string[] = []
  for (const { crossfires, trades, revives } of sides) {
    texts.push(`${crossfires} crossfires, ${trades} trades, ${revives} revives`)
  }
  return `Axis ${texts[0]}; Allies ${texts[1]}.`
}

function send(slot: number, text: string): void {
  // a quote would end the text, and the rest would be taken for a command's next word
  const [clean] = string.gsub(text, '["\n]', "'")
  pcall(et.trap_SendServerCommand, slot, `chat "^3Proximity^7: ${clean}"`)
}

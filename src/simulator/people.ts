import { utf8 } from './bytes.ts'
import { type Random, random } from './random.ts'

/** The engine's numbers of the classes. */
export const CLASS = { soldier: 0, medic: 1, engineer: 2, fieldops: 3, covertops: 4 } as const
export type ClassNumber = (typeof CLASS)[keyof typeof CLASS]

/** Somebody who plays, with what he is like: the truth that telemetry should find again. */
export interface Person {
  /** 32 hexadecimal digits; empty for a client that has none. */
  readonly guid: string
  /** One character per byte. */
  readonly name: string
  readonly is_bot: boolean
  /** From 0 to 1: how often he hits, how often the head. */
  readonly skill: number
  /** Between seeing somebody and the first shot, ms. */
  readonly reaction_ms: number
  /** From 0 to 1: as a defender he stays at the objective and lives long. */
  readonly holds: number
  /** From 0 to 1: as a medic he stays near his mates and revives fast. */
  readonly supports: number
  readonly player_class: ClassNumber
}

/** Two who play together: the second goes where the first goes and fires at whom he fires. */
export interface Pair {
  readonly guids: readonly [string, string]
  /** From 0 to 1. */
  readonly chemistry: number
}

export interface Community {
  readonly people: readonly Person[]
  readonly pairs: readonly Pair[]
}

// colour codes, every separator of the file, quotes, markup, a line of the game's log, UTF-8, and bytes that are not
const NAMES = [
  '^1Quartz',
  '^3Bram^7ble',
  'Tern',
  '^4Hal|yard',
  'o^2x;bow',
  '^5Saf,fron',
  '<b>Wolf</b>',
  'Za#po',
  utf8('Žluťák'),
  'caf\xe9^7\xff',
  'Kill: 3 4 8',
  "o'Brien",
  '"quoted"',
  '= 1+1',
  '^^^7caret',
  '[x]Lynx:7',
  '  pad  ',
  '\\slash',
  'tab\there',
  utf8('名前'),
]
const CLASSES: readonly ClassNumber[] = [CLASS.medic, CLASS.engineer, CLASS.medic, CLASS.fieldops, CLASS.engineer]
const REST: readonly ClassNumber[] = [CLASS.soldier, CLASS.covertops]

/** People of every skill; the first four are two pairs with chemistry, one holds, and one medic supports. */
export function community(seed: number, count: number): Community {
  const chance = random(seed)
  const people = Array.from({ length: count }, (_, i): Person => {
    const skill = count < 2 ? 0.5 : Math.round((100 * ((i * 5 + 5) % count)) / (count - 1)) / 100
    return {
      guid: guidOf(chance),
      name: NAMES[i] ?? `player ${i}`,
      is_bot: false,
      skill,
      reaction_ms: Math.round(600 - 370 * skill + chance.between(-20, 20)),
      holds: i === 5 ? 1 : 0.15,
      supports: i === 2 ? 1 : 0.15,
      player_class: ((i + 1) % 7 < 5 ? CLASSES[i % 5] : REST[i % 2]) as ClassNumber,
    }
  })
  const guid = (place: number) => (people[place] as Person).guid
  const pairs: Pair[] = []
  if (count >= 4)
    pairs.push({ guids: [guid(0), guid(1)], chemistry: 0.95 }, { guids: [guid(2), guid(3)], chemistry: 0.6 })
  return { people, pairs }
}

/** A bot as the engine's bot library names it; it never sits in slot 0. */
export function bot(slot: number): Person {
  return {
    guid: `OMNIBOT${String(slot).padStart(2, '0')}`.padEnd(32),
    name: `[BOT]${slot}`,
    is_bot: true,
    skill: 0.3,
    reaction_ms: 450,
    holds: 0.2,
    supports: 0.2,
    player_class: CLASS.soldier,
  }
}

function guidOf(chance: Random): string {
  return Array.from({ length: 32 }, () => chance.whole(0, 15).toString(16))
    .join('')
    .toUpperCase()
}

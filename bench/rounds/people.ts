import type { PlayerClass } from '../../src/format/codec.ts'
import { type Random, random } from '../../src/simulator/random.ts'
import type { Member, Side } from './world.ts'

const SQUADS = 6
const SQUAD_SIZE = 6
const GUESTS = 7
/** How often somebody comes under another name than the evening before. */
const RENAMES = 0.25
/** How often a guest plays in the place of a member. */
const STAND_INS = 0.1

const CLASSES: readonly PlayerClass[] = ['MEDIC', 'ENGINEER', 'MEDIC', 'FIELDOPS', 'SOLDIER', 'COVERTOPS']

interface Person {
  readonly guid: string
  readonly name: string
}

/** The two squads of an evening, each with its players in the order in which they play. */
export type Evening = readonly [readonly Person[], readonly Person[]]

/** The evenings of a community of 43: six squads that meet again and again, and seven guests. */
export function evenings(count: number): Evening[] {
  const chance = random(43)
  const people = Array.from({ length: SQUADS * SQUAD_SIZE + GUESTS }, (_, i) => newcomer(i, chance))
  const squads = Array.from({ length: SQUADS }, (_, i) => people.slice(i * SQUAD_SIZE, (i + 1) * SQUAD_SIZE))
  const guests = people.slice(SQUADS * SQUAD_SIZE)
  const names = new Map(people.map(({ guid, name }) => [guid, name]))
  return Array.from({ length: count }, (_, evening) => {
    for (const { guid } of people)
      if (chance.chance(RENAMES)) names.set(guid, renamed(names.get(guid) as string, chance))
    const free = [...guests]
    const present = (squad: number) =>
      (squads[squad % SQUADS] as Person[]).map((member) => {
        const guest = chance.chance(STAND_INS) ? free.pop() : undefined
        const { guid } = guest ?? member
        return { guid, name: names.get(guid) as string }
      })
    return [present(2 * evening), present(2 * evening + 1 + 2 * (evening % 2))]
  })
}

/** The players of one round: `perSide` of each squad, the first on the given side. */
export function lineUp([first, second]: Evening, perSide: number, firstSide: Side): Member[] {
  const secondSide = firstSide === 'AXIS' ? 'ALLIES' : 'AXIS'
  const side = (squad: readonly Person[], team: Side) =>
    squad.slice(0, perSide).map((person, i): Member => ({ ...person, team, player_class: classAt(i) }))
  return [...side(first, firstSide), ...side(second, secondSide)]
}

/** A full server: half of the players on each side. */
export function crowd(players: number): Member[] {
  const chance = random(players)
  return Array.from({ length: players }, (_, i) => ({
    ...newcomer(i, chance),
    team: i % 2 === 0 ? 'AXIS' : 'ALLIES',
    player_class: classAt(i >> 1),
  }))
}

function classAt(place: number): PlayerClass {
  return CLASSES[place % CLASSES.length] as PlayerClass
}

function newcomer(number: number, chance: Random): Person {
  const digits = Array.from({ length: 32 }, () => chance.whole(0, 15).toString(16))
  const syllables = ['ka', 'lo', 'mir', 'ven', 'tos', 'ra', 'shi', 'bel', 'dun', 'eks']
  const word = Array.from({ length: chance.whole(2, 3) }, () => chance.pick(syllables)).join('')
  const colour = chance.chance(0.5) ? `^${chance.whole(1, 9)}` : ''
  return { guid: digits.join('').toUpperCase(), name: `${colour}${word}${number % 3 === 0 ? number : ''}` }
}

function renamed(name: string, chance: Random): string {
  const plain = name.replace(/\^./g, '').replace(/^\[.*\]/, '')
  return chance.pick([
    `^${chance.whole(1, 9)}${plain}`,
    `[x]${plain}`,
    plain,
    `^3[^7${chance.whole(10, 99)}^3]^7${plain}`,
  ])
}

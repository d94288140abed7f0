/** Who of a round was on which side, by identifier. */
export interface RoundSides {
  readonly axis: readonly string[]
  readonly allies: readonly string[]
}

/** The first or the second team of a line-up. */
export type TeamNumber = 0 | 1

/** Somebody of a team, and in how many rounds of the line-up he played for it. */
export interface Member {
  readonly guid: string
  readonly rounds: number
}

/** Rounds that were played by the same two teams. */
export interface LineUp {
  /** Places of the rounds in the list, and which team played Axis. */
  readonly rounds: readonly { readonly round: number; readonly axis: TeamNumber }[]
  /** Who played most comes first. Who played for both stands in both. */
  readonly teams: readonly [readonly Member[], readonly Member[]]
}

/** Of those who are known, this share must still be with the same mates. */
export const STAYED_SHARE = 0.75
/** Of a round's people, this share must be known. */
export const KNOWN_SHARE = 0.5

interface Draft {
  readonly rounds: { readonly round: number; readonly axis: TeamNumber }[]
  /** For which team each played last. */
  readonly latest: Map<string, TeamNumber>
  readonly played: readonly [Map<string, number>, Map<string, number>]
}

/**
 * The teams of an evening, followed across the swap of sides (L-40): a round belongs to the line-up before it if most of
 * its people are known from it, and most of these are with the same mates, on whichever side. Otherwise a new line-up
 * begins. Which side is called Axis in a round changes nothing.
 *
 * @param rounds in the order of play; one without people belongs to no line-up
 */
export function lineUpsOf(rounds: readonly RoundSides[]): readonly LineUp[] {
  const drafts: Draft[] = []
  for (const [round, sides] of rounds.entries()) {
    if (sides.axis.length + sides.allies.length === 0) continue
    const current = drafts.at(-1)
    const axis = current === undefined ? null : teamOnAxis(current.latest, sides)
    if (current === undefined || axis === null) drafts.push(noted(emptyDraft(), round, sides, 0))
    else noted(current, round, sides, axis)
  }
  return drafts.map(lineUpOf)
}

/** Which team of a line-up plays Axis in a round; null if the teams are others. */
function teamOnAxis(latest: ReadonlyMap<string, TeamNumber>, { axis, allies }: RoundSides): TeamNumber | null {
  const countOf = (people: readonly string[], team: TeamNumber) =>
    people.filter((guid) => latest.get(guid) === team).length
  const first = countOf(axis, 0) + countOf(allies, 1)
  const second = countOf(axis, 1) + countOf(allies, 0)
  const known = first + second
  if (known < KNOWN_SHARE * (axis.length + allies.length)) return null
  if (Math.max(first, second) < STAYED_SHARE * known) return null
  return first > second ? 0 : 1
}

function emptyDraft(): Draft {
  return { rounds: [], latest: new Map(), played: [new Map(), new Map()] }
}

function noted(draft: Draft, round: number, { axis, allies }: RoundSides, onAxis: TeamNumber): Draft {
  draft.rounds.push({ round, axis: onAxis })
  for (const [team, people] of [
    [onAxis, axis],
    [otherTeam(onAxis), allies],
  ] as const) {
    for (const guid of people) {
      draft.latest.set(guid, team)
      draft.played[team].set(guid, (draft.played[team].get(guid) ?? 0) + 1)
    }
  }
  return draft
}

export function otherTeam(team: TeamNumber): TeamNumber {
  return team === 0 ? 1 : 0
}

/** The team with the smallest identifier is the first, so that neither sides nor the order of import name it. */
function lineUpOf({ rounds, played: [one, two] }: Draft): LineUp {
  if (nameOf(one) <= nameOf(two)) return { rounds, teams: [membersOf(one), membersOf(two)] }
  const swapped = rounds.map(({ round, axis }) => ({ round, axis: otherTeam(axis) }))
  return { rounds: swapped, teams: [membersOf(two), membersOf(one)] }
}

function nameOf(played: ReadonlyMap<string, number>): string {
  const parts = [...played].map(([guid, rounds]) => `${guid} ${rounds}`)
  // a team of nobody comes last
  return parts.length === 0 ? '\uffff' : parts.sort().join('\n')
}

function membersOf(played: ReadonlyMap<string, number>): readonly Member[] {
  const members = [...played].map(([guid, rounds]) => ({ guid, rounds }))
  return members.sort((a, b) => b.rounds - a.rounds || (a.guid < b.guid ? -1 : 1))
}

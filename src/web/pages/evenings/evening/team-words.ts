import type { Evening } from './evening-panels.tsx'

/** What the two teams of a line-up are called. */
export const TEAMS = ['A', 'B'] as const

type LineUp = Evening['line_ups'][number]
type Play = Evening['plays'][number]

/** What a line-up is called, by its place in the evening. */
export function lineUpName(at: number): string {
  return `Line-up ${at + 1}`
}

/** The maps of a line-up as a score: `A 2 : 1 B, 1 held by both`. Empty where nobody knows of any. */
export function scoreWords({ teams, maps_both_held, maps_unknown }: LineUp): string {
  const [a, b] = [teams[0]?.maps_won ?? 0, teams[1]?.maps_won ?? 0]
  if (a + b + maps_both_held === 0) return ''
  const rest = [
    maps_both_held === 0 ? '' : `, ${maps_both_held} held by both`,
    maps_unknown === 0 ? '' : `, ${maps_unknown} not known`,
  ]
  return `${TEAMS[0]} ${a} : ${b} ${TEAMS[1]}${rest.join('')}`
}

/** Who won a map, in a few words. */
export function resultWords({ result, won_by, pairing }: Play): string {
  if (won_by !== null) return `${TEAMS[won_by as 0 | 1]} won`
  if (result === 'both_held') return 'both held'
  if (result === 'attacked_first') return 'won by the first attackers'
  if (result === 'attacked_second') return 'won by the second attackers'
  if (pairing === 'first_only') return 'no second round'
  if (pairing === 'second_only') return 'no first round'
  return pairing === 'broken_off' ? 'broken off' : 'who won is not known'
}

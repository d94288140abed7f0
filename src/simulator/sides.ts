import { AXIS, type TeamNumber } from './world.ts'

/** How the game's texts call a side. */
export function mapTeam(team: TeamNumber): { readonly word: string; readonly title: string } {
  return team === AXIS ? { word: 'axis', title: 'Axis' } : { word: 'allies', title: 'Allies' }
}

import type { Metric } from './definition.ts'

/** Metrics of comparing people. */
export const BOARD_METRICS = [
  {
    name: 'board_place',
    title: 'Place on a leaderboard',
    definition:
      'People by the worse end of their 80 % interval: of a share the lower end (Wilson; of support by how much rounds differ), of the time to return fire the upper end of its median (Brookmeyer and Crowley). Equal ones share a place, and only the better half is shown.',
    unit: 'place',
    opportunities: 'people with 20 attacks, chances or fights, and for support 10 rounds',
    excludes: 'people with fewer cases, who are listed apart; ends that say nothing, such as 0 %',
    range: [1, null],
    version: 1,
    inputs: ['engagements', 'player_tracks', 'reaction_metrics'],
    differs: 'People are sorted by means and counts, however few the cases are.',
    fields: [],
  },
] as const satisfies readonly Metric[]

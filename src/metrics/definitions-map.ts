import type { Metric } from './definition.ts'
import { KILLER_TOLERANCE_MS, PUSH_END_MS } from './places.ts'
import { PRESENCE_CELL_UNITS } from './presence.ts'

/** Metrics that are places. */
export const MAP_METRICS = [
  {
    name: 'presence',
    title: 'Where people were',
    definition: `Time of each person in each cell of ${PRESENCE_CELL_UNITS} units, by side and class; every sample lasts until the next one. With it the sum of the ways begun in the cell, and the mean height.`,
    unit: 'ms',
    opportunities: 'lives with samples',
    excludes: 'bots in a round of people; the intermission camera; what lies after the end of a life',
    range: [0, null],
    version: 1,
    inputs: ['player_tracks'],
    differs: 'Samples are counted instead of time, so that a file with more samples weighs more (L-12).',
    fields: ['presence.cells', 'summary.presence_ms'],
  },
  {
    name: 'places',
    title: 'Where people fought, killed and died',
    definition: `Where each fight ended and each death happened, and where the killer stood: as the file says, else by his sample within ${KILLER_TOLERANCE_MS} ms of the kill.`,
    unit: 'units',
    opportunities: 'fights, and deaths without a fight',
    excludes: 'engagements with bots; the intermission camera; the place of a killer that nothing tells',
    range: [-65_536, 65_536],
    version: 1,
    inputs: ['engagements', 'player_tracks', 'combat_positions', 'deaths'],
    differs: 'Kills are shown where the victim died, and places only by cells of 512 units.',
    fields: [
      'places.x',
      'places.y',
      'places.z',
      'places.killer_x',
      'places.killer_y',
      'places.killer_z',
      'places.is_fight',
      'places.is_escape',
      'places.cause',
      'places.means',
    ],
  },
  {
    name: 'push_deaths',
    title: 'Where pushes died',
    definition: `Deaths by enemies of those whose side was pushing, in the ${PUSH_END_MS} ms in which the push ended: from the last look at which the side pushed to the first at which it did not.`,
    unit: 'deaths',
    opportunities: 'deaths by enemies in rounds with pushes',
    excludes: 'engagements with bots; deaths without an enemy; files whose tracker does not look for pushes',
    range: [0, null],
    version: 1,
    inputs: ['engagements', 'team_pushes'],
    differs: 'Not shown there.',
    fields: ['places.is_with_push'],
  },
] as const satisfies readonly Metric[]

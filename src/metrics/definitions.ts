import type { Metric } from './definition.ts'
import { BOARD_METRICS } from './definitions-boards.ts'
import { CROSSFIRE_METRICS } from './definitions-crossfires.ts'
import { EVENING_METRICS } from './definitions-evening.ts'
import { FIGHT_METRICS } from './definitions-fights.ts'
import { FILE_METRICS } from './definitions-files.ts'
import { LIFE_METRICS } from './definitions-lives.ts'
import { MAP_METRICS } from './definitions-map.ts'
import { PAIR_METRICS } from './definitions-pairs.ts'
import { ROUND_METRICS } from './definitions-rounds.ts'
import { TEAM_METRICS } from './definitions-team.ts'

/** Every metric of the project: the one definition that rows, documents and pages share. */
export const METRICS: readonly Metric[] = [
  ...FIGHT_METRICS,
  ...CROSSFIRE_METRICS,
  ...TEAM_METRICS,
  ...PAIR_METRICS,
  ...LIFE_METRICS,
  ...MAP_METRICS,
  ...EVENING_METRICS,
  ...BOARD_METRICS,
  ...ROUND_METRICS,
  ...FILE_METRICS,
]

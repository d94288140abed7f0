/** Every sensor, once. Those that listen to fights come after the fights themselves. */
import { recordAccuracy } from './accuracy.ts'
import { watchFights } from './fights.ts'
import { recordFocusFire } from './focus-fire.ts'
import { recordHeatmaps } from './heatmaps.ts'
import { recordHitRegions } from './hit-regions.ts'
import { recordKillOutcomes } from './kill-outcomes.ts'
import { recordKills } from './kills.ts'
import { recordReactions } from './reactions.ts'
import { recordRevives } from './revives.ts'
import { recordShots } from './shots.ts'
import { recordSkills, recordSpawnChoices } from './skills.ts'
import { recordWaves } from './waves.ts'

export function registerSensors(): void {
  recordWaves()
  watchFights()
  recordReactions()
  recordFocusFire()
  recordHeatmaps()
  recordKills()
  recordKillOutcomes()
  recordHitRegions()
  recordShots()
  recordAccuracy()
  recordRevives()
  recordSkills()
  recordSpawnChoices()
}

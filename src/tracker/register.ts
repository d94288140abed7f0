/** Every sensor, once. Those that listen to fights come after the fights themselves. */
import { recordAccuracy } from './accuracy.ts'
import { watchAim } from './aim.ts'
import { watchCarriers } from './carriers.ts'
import { watchCohesion } from './cohesion.ts'
import { watchConstruction } from './construction.ts'
import { watchCrossfires } from './crossfires.ts'
import { watchFights } from './fights.ts'
import { watchFocus } from './focus.ts'
import { recordFocusFire } from './focus-fire.ts'
import { watchGameEvents } from './game-events.ts'
import { recordHeatmaps } from './heatmaps.ts'
import { recordHitRegions } from './hit-regions.ts'
import { recordKillOutcomes } from './kill-outcomes.ts'
import { recordKills } from './kills.ts'
import { findObjectives } from './objectives.ts'
import { watchOutcome } from './outcome.ts'
import { watchPushes } from './pushes.ts'
import { recordReactions } from './reactions.ts'
import { recordRevives } from './revives.ts'
import { watchRuns } from './runs.ts'
import { recordShots } from './shots.ts'
import { recordSkills, recordSpawnChoices } from './skills.ts'
import { watchVehicles } from './vehicles.ts'
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
  watchOutcome()
  findObjectives()
  watchFocus()
  watchGameEvents()
  watchCarriers()
  watchConstruction()
  watchRuns()
  watchVehicles()
  watchCohesion()
  watchPushes()
  // before crossfires, which ask for every line that a frame may ask for
  watchAim()
  watchCrossfires()
}

import type { Kysely } from 'kysely'
import type { Database } from '../store/database.ts'
import { allSensors } from '../store/load-round.ts'
import { countedRounds, type Scope } from './scope.ts'

/** By section, in how many counted rounds of a scope its sensor was in each state. */
export async function sensorStates(db: Kysely<Database>, scope: Scope) {
  // rounds of one server are mostly alike in all their sensors
  const alike = await countedRounds(db, scope)
    .groupBy('rounds.sensors')
    .select(({ fn }) => ['rounds.sensors', fn.countAll<number>().as('rounds')])
    .execute()
  const sections = Object.keys(allSensors(null)) as (keyof ReturnType<typeof allSensors>)[]
  const sensors = sections.map((section) => {
    const states = { on: 0, off: 0, failed: 0, unknown: 0 }
    for (const { sensors: stored, rounds } of alike) states[allSensors(stored)[section]] += rounds
    return [section, states] as const
  })
  return { rounds: alike.reduce((sum, { rounds }) => sum + rounds, 0), sensors: Object.fromEntries(sensors) }
}

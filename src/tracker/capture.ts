/** What each sensor was in this round: on, off or failed, what it wrote, and what it could not (L-14). */
import { rowsOf } from './round-file.ts'
import { allSensors, record, type Sensor, sense, stateOf } from './sensors.ts'

/** Sensors told of in one frame of the intermission. */
const SENSORS_A_FRAME = 12

/** The section in steps; every row of the others is written by then. */
export function captureSteps(): (() => void)[] {
  const steps: (() => void)[] = []
  const all = allSensors()
  for (let from = 0; from < all.length; from += SENSORS_A_FRAME) {
    const some = all.slice(from, from + SENSORS_A_FRAME)
    steps.push(() => sense('capture', write, some))
  }
  return steps
}

function write(some: readonly Sensor[]): void {
  for (const sensor of some) {
    if (sensor.name === 'capture') continue
    record('capture', {
      sensor: sensor.name,
      state: stateOf(sensor),
      rows: rowsOf(sensor),
      rejected_rows: sensor.rejected,
      refused_reads: sensor.refused,
      interval_ms: sensor.interval_ms,
      longest_interval_ms: sensor.longest_ms,
      reason: sensor.reason,
    })
  }
}

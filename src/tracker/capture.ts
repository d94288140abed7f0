/** What each sensor was in this round: on, off or failed, what it wrote, and what it could not (L-14). */
import { rowsOf } from './round-file.ts'
import { allSensors, record, stateOf } from './sensors.ts'

export function writeCapture(): void {
  for (const sensor of allSensors()) {
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

/** What engineers did, where they stood when they did it. */
import { clock } from './clock.ts'
import { onLine } from './events.ts'
import { placeOf } from './living.ts'
import { recordLater } from './schedule.ts'

/** The words of this section and of OBJECTIVE_RUNS for each line of the log. */
export const ACTIONS = {
  planted: 'dynamite_plant',
  defused: 'dynamite_defuse',
  destroyed: 'objective_destroyed',
  constructed: 'construction_complete',
} as const

export function watchConstruction(): void {
  onLine('construction_tracking', (line) => {
    if (!('person' in line) || line.what === 'taken') return
    const place = placeOf(line.person)
    recordLater('construction_events', {
      event_time_ms: clock.now_ms,
      event_type: ACTIONS[line.what],
      player_guid: line.person.guid,
      player_name: line.person.name,
      player_team: line.person.team,
      track_name: line.object,
      player_x: place?.[0] as number,
      player_y: place?.[1] as number,
      player_z: place?.[2] as number,
    })
  })
}

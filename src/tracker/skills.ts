/** What players can do at the end of the round, and where they chose to spawn. */
import { readNumber } from './engine.ts'
import { onEnd, onSpawned } from './events.ts'
import { people, plays } from './people.ts'
import { recordLater } from './schedule.ts'

/** The file's word for a choice that the engine does not tell. */
const UNKNOWN_CHOICE = -1

export function recordSkills(): void {
  onEnd('skill_snapshot', () => {
    for (const person of people()) {
      if (plays(person)) {
        recordLater('skill_snapshot', {
          guid: person.guid,
          name: person.name,
          team: person.team,
          battle_sense: levelOf(person.slot, 0),
          engineering: levelOf(person.slot, 1),
          first_aid: levelOf(person.slot, 2),
          signals: levelOf(person.slot, 3),
          light_weapons: levelOf(person.slot, 4),
          heavy_weapons: levelOf(person.slot, 5),
          covertops: levelOf(person.slot, 6),
        })
      }
    }
  })
}

export function recordSpawnChoices(): void {
  onSpawned('spawn_select', (person) => {
    recordLater('spawn_select', {
      time_ms: person.spawn_ms,
      guid: person.guid,
      name: person.name,
      team: person.team,
      spawn_index: readNumber(person.slot, 'sess.userSpawnPointValue') ?? UNKNOWN_CHOICE,
      // without it the row is refused, and counted
      last_spawn_time: readNumber(person.slot, 'pers.lastSpawnTime') as number,
    })
  })
}

/** A level that the engine refuses leaves out the whole row, and is counted. */
function levelOf(slot: number, skill: number): number {
  return readNumber(slot, 'sess.skill', skill) as number
}

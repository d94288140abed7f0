import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Frame, frameOf, holdsRound } from './clock.ts'
import { type Death, deathsOf, type Hit, hitsOf, type Revive, revivesOf, type Shot, shotsOf } from './combat.ts'
import { type Fight, fightsOf } from './fights.ts'
import { type Accuracy, accuracyOf, type KillOutcome, killOutcomesOf, type Trade, tradesOf } from './kills.ts'
import {
  type Connection,
  connectionsOf,
  type Life,
  type LifeEvent,
  lifeEventsOf,
  livesOf,
  type Sighting,
  sightingsOf,
} from './lives.ts'
import { type Carry, carriesOf } from './objectives.ts'
import { readTrace } from './trace.ts'

/** Everything that really happened in one recorded round. */
export interface Truth {
  readonly recording: string
  readonly frame: Frame
  readonly connections: readonly Connection[]
  readonly events: readonly LifeEvent[]
  readonly lives: readonly Life[]
  readonly sightings: ReadonlyMap<string, readonly Sighting[]>
  readonly hits: readonly Hit[]
  readonly deaths: readonly Death[]
  readonly revives: readonly Revive[]
  readonly shots: readonly Shot[]
  readonly fights: readonly Fight[]
  readonly outcomes: readonly KillOutcome[]
  readonly trades: readonly Trade[]
  readonly accuracy: readonly Accuracy[]
  readonly carries: readonly Carry[]
}

const CONFORMANCE = process.env.CONFORMANCE_DIR ?? join(import.meta.dirname, '../../../../shared/conformance')

/** Where the recordings lie, a folder for each match. */
export const ENGINE = join(CONFORMANCE, 'engine')

/** All recorded rounds, of every match in its order. */
export function recordedRounds(): Truth[] {
  const rounds: Truth[] = []
  for (const folder of readdirSync(ENGINE, { withFileTypes: true })) {
    if (!folder.isDirectory()) continue
    for (const file of readdirSync(join(ENGINE, folder.name)).sort()) {
      if (!/^trace-\d+\.jsonl\.gz$/.test(file)) continue
      const calls = readTrace(join(ENGINE, folder.name, file))
      if (holdsRound(calls)) rounds.push(truthOf(`${folder.name}/${file.slice(0, 'trace-00'.length)}`, frameOf(calls)))
    }
  }
  return rounds
}

function truthOf(recording: string, frame: Frame): Truth {
  const events = lifeEventsOf(frame)
  const hits = hitsOf(frame)
  const deaths = deathsOf(frame)
  const revives = revivesOf(frame)
  const shots = shotsOf(frame)
  return {
    recording,
    frame,
    connections: connectionsOf(frame),
    events,
    lives: livesOf(frame, events),
    sightings: sightingsOf(frame),
    hits,
    deaths,
    revives,
    shots,
    fights: fightsOf(frame, hits, deaths),
    outcomes: killOutcomesOf(frame, deaths, events, revives),
    trades: tradesOf(deaths),
    accuracy: accuracyOf(shots, hits, deaths),
    carries: carriesOf(frame),
  }
}

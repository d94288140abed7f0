import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { playMatch } from '../src/simulator/match.ts'
import { CLASS, community, type Person } from '../src/simulator/people.ts'
import { tapeOfRecording } from '../src/simulator/recording.ts'
import { ALLIES, AXIS } from '../src/simulator/world.ts'

/** A play that the tracker is measured on. */
export interface Play {
  readonly name: string
  readonly players: number
  /** Real time is short: each play is repeated so often, and every frame counts with its best time. */
  readonly runs: number
  tape(): Promise<Uint8Array>
}

/** Recordings of a real engine, where there are some. */
const RECORDINGS = join(process.env.CONFORMANCE_DIR ?? join(import.meta.dirname, '../../shared/conformance'), 'engine')
const SEED = 1

export function plays(quick: boolean): Play[] {
  const folder = join(RECORDINGS, 'full-match')
  const recorded: Play[] = existsSync(folder)
    ? [{ name: 'recording, 12 bots', players: 12, runs: 5, tape: () => recording(folder) }]
    : []
  if (quick) return [...recorded, simulated(12, 3, 3)]
  return [...recorded, simulated(6, 12, 5), simulated(12, 12, 5), simulated(24, 12, 5), simulated(64, 30, 3)]
}

async function recording(folder: string): Promise<Uint8Array> {
  const names = (await readdir(folder)).filter((name) => /^trace-\d+\.jsonl\.gz$/.test(name)).sort()
  const files = await Promise.all(
    names.map(async (name) => ({ name, bytes: gunzipSync(await readFile(join(folder, name))) })),
  )
  const map = await readFile(join(RECORDINGS, 'map.json'), 'utf8')
  return tapeOfRecording(files, JSON.parse(map)).bytes()
}

/** The play that a replay is measured with: a full match of 12 a side. */
export function fullMatch(): Play {
  return simulated(24, 12, 1)
}

/** One round of the full time: none of the attackers can win it, because none is an engineer. */
function simulated(players: number, minutes: number, runs: number): Play {
  const tape = async () => {
    const { people, pairs } = community(SEED, players)
    const { tape } = playMatch({
      seed: SEED,
      map: 'fjordworks',
      server_name: 'Simulated',
      unix: 1_771_445_400,
      level_time_ms: 60_000,
      frame_ms: 50,
      guests: people.map((person, slot) =>
        slot % 2 === 0 ? { person, slot, team: AXIS } : { person: noEngineer(person), slot, team: ALLIES },
      ),
      pairs,
      rounds: [[]],
      minutes,
      warm_up_ms: 3_000,
      intermission_ms: 15_000,
    })
    return tape
  }
  return { name: `${players} players, ${minutes} min`, players, runs, tape }
}

function noEngineer(person: Person): Person {
  return person.player_class === CLASS.engineer ? { ...person, player_class: CLASS.medic } : person
}

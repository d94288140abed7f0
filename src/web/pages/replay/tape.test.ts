import { expect, test } from 'vitest'
import { aFight, aRound, aTrack } from '../../round/round.fixtures.ts'
import { fightAt } from './fight-at.ts'
import { floorOf } from './floor.ts'
import { pinsOf } from './pins.ts'
import { snapshotAt } from './snapshot.ts'
import { tapeOf } from './tape.ts'
import { viewAt } from './views.ts'

test('everybody with a life is there, the others are not; sides and classes follow the lives', () => {
  const tracks = [
    aTrack(
      2,
      [
        [5000, 1, 1],
        [5200, 2, 2],
      ],
      { team: 'ALLIES', player_class: 'MEDIC' },
    ),
    aTrack(2, [
      [1000, 0, 0],
      [1200, 0, 0],
    ]),
    aTrack(0, [
      [1000, 7, 7],
      [1200, 7, 7],
    ]),
  ]
  const tape = tapeOf(aRound({ tracks }))
  const told = (t_ms: number) =>
    snapshotAt(tape, t_ms).map((shown) => shown && `${shown.team} ${shown.player_class} ${shown.place.state}`)
  expect(told(1100)).toEqual(['AXIS SOLDIER here', null, 'AXIS SOLDIER here', null])
  expect(told(4000)).toEqual(['AXIS SOLDIER away', null, 'AXIS SOLDIER away', null])
  expect(told(5100)).toEqual(['AXIS SOLDIER away', null, 'ALLIES MEDIC here', null])
  expect(told(0)).toEqual(['AXIS SOLDIER away', null, 'AXIS SOLDIER away', null])
})

const SHOTS = {
  fields: ['time_ms', 'player_no', 'weapon_id', 'x', 'y', 'z', 'yaw', 'pitch'],
  rows: [
    [3000, 1, 8, 0, 0, 0, 90, 0],
    [2000, 1, 8, 0, 0, 0, -45.5, 0],
  ],
}
const HITS = {
  fields: [
    'time_ms',
    'attacker_no',
    'target_no',
    'attacker_x',
    'attacker_y',
    'attacker_yaw',
    'target_x',
    'target_y',
    'target_yaw',
  ],
  rows: [[3000, 1, 0, 0, 0, 90, 64, 320, -170]],
}

test('where somebody looks is known for a second after a shot or a hit, not before and not for ever', () => {
  const tape = tapeOf(
    aRound({
      tracks: [0, 1].map((no) =>
        aTrack(no, [
          [0, 0, 0],
          [9000, 0, 0],
        ]),
      ),
      sections: { shot_fired: SHOTS, damage: HITS },
    }),
  )
  const [target, shooter] = tape.actors
  const views = [1999, 2000, 2999, 3001, 4000, 4001].map((t_ms) => shooter && viewAt(shooter.view, t_ms))
  expect(views).toEqual([null, -45.5, -45.5, 90, 90, null])
  expect(target && viewAt(target.view, 3500)).toBe(-170)
})

test('shots are in the order of time; one that hit leads to whom it hit, another where it was aimed', () => {
  const { shots, hit_times, hit_targets } = tapeOf(aRound({ sections: { shot_fired: SHOTS, damage: HITS } }))
  expect([...shots.time_ms]).toEqual([2000, 3000])
  expect([shots.to_x[1], shots.to_y[1]]).toEqual([64, 320])
  const [x = 0, y = 0] = [shots.to_x[0], shots.to_y[0]]
  expect((Math.atan2(y, x) * 180) / Math.PI).toBeCloseTo(-45.5)
  expect([[...hit_times], [...hit_targets]]).toEqual([[3000], [0]])
})

test('without a list of hits those of the fights are shown, and no shots', () => {
  const { shots, hit_times, hit_targets } = tapeOf(aRound({ engagements: [aFight()] }))
  expect(shots.time_ms.length).toBe(0)
  expect([[...hit_times], [...hit_targets]]).toEqual([[1000], [0]])
})

test('the fight of a moment is the last that began of those under way, else the last that ended, else the first to come', () => {
  const fight = (id: number, start_time_ms: number, end_time_ms: number) => aFight({ id, start_time_ms, end_time_ms })
  const round = aRound({ engagements: [fight(1, 1000, 9000), fight(2, 2000, 3000), fight(3, 20_000, 21_000)] })
  const found = [500, 1500, 2500, 3500, 15_000, 20_500].map((t_ms) => fightAt(round, t_ms)?.id ?? null)
  expect(found).toEqual([1, 1, 2, 1, 1, 3])
  expect(fightAt(aRound(), 500)).toBeNull()
})

test('the floor is where somebody walked: not across a gap, not along a teleport', () => {
  const tracks = [
    aTrack(0, [
      [0, 0, 0],
      [200, 0, 100],
      [400, 0, 200],
      [5000, 3000, 200],
      [5200, 3000, 300],
      [5400, 3000, 2300],
    ]),
  ]
  const tape = tapeOf(aRound({ tracks }))
  const lives = tape.actors.flatMap((actor) => actor?.lives ?? [])
  const bounds = { left: -100, right: 3100, bottom: -100, top: 2400 }
  const { level, width, left, top } = floorOf(lives, bounds, tape.longest_ms)
  const isFloor = (x: number, y: number) =>
    level[Math.floor((top - y) / 32) * width + Math.floor((x - left) / 32)] !== 0
  expect([isFloor(0, 0), isFloor(0, 50), isFloor(0, 150), isFloor(3000, 300), isFloor(3000, 2300)]).not.toContain(false)
  expect([isFloor(1500, 200), isFloor(3000, 1300), isFloor(500, 500)]).not.toContain(true)
})

test('the words of pins never lie over each other', () => {
  const event = (time_ms: number) => ({
    time_ms,
    words: 'took',
    object: 'the gold',
    player: 1,
    team: null,
    x: null,
    y: null,
  })
  const pins = pinsOf([0, 5000, 30_000, 31_000, 60_000].map(event), { from_ms: 0, to_ms: 60_000 })
  expect(pins.map(({ words }) => words !== '')).toEqual([true, false, true, false, true])
  expect(pins.map(({ anchor }) => anchor)).toEqual(['start', 'start', 'middle', 'middle', 'end'])
})

test('a shot of nobody is none, and revives are in the order of time', () => {
  const shot = [2500, 7, 8, 0, 0, 0, 90, 0]
  const revives = {
    fields: ['time_ms', 'medic_no', 'revived_no', 'x', 'y', 'z'],
    rows: [5000, 2000, 9000].map((ms) => [ms, 2, 0, 1, 2, 24]),
  }
  const shots = { ...SHOTS, rows: [...SHOTS.rows, shot] }
  const tape = tapeOf(aRound({ sections: { shot_fired: shots, revives } }))
  expect([...tape.shots.time_ms]).toEqual([2000, 3000])
  expect([...tape.revive_times]).toEqual([2000, 5000, 9000])
  expect(tape.revives.map(({ time_ms }) => time_ms)).toEqual([2000, 5000, 9000])
})

test('a short way across a gap is no floor, and what lies higher is lighter', () => {
  const tracks = [
    aTrack(0, [
      [0, 0, 0],
      [200, 0, 20],
      [5000, 320, 20, { z: 1000 }],
      [5200, 320, 0, { z: 1000 }],
    ]),
  ]
  const tape = tapeOf(aRound({ tracks }))
  const lives = tape.actors.flatMap((actor) => actor?.lives ?? [])
  const { level, width } = floorOf(lives, { left: -64, right: 448, bottom: -64, top: 64 }, tape.longest_ms)
  const at = (x: number, y: number) => level[Math.floor((64 - y) / 32) * width + Math.floor((x + 64) / 32)] as number
  expect(at(160, 20)).toBe(0)
  expect([at(0, 0), at(320, 0)]).toEqual([1, 255])
})

test('a gap is reckoned from the time between samples that the header says, and that of a silent file from its samples', () => {
  const tracks = [200, 400, 600].map((step) =>
    aTrack(0, [
      [0, 0, 0],
      [step, 9, 0],
    ]),
  )
  const longest = (position_sample_interval_ms: number | null) =>
    tapeOf(aRound({ tracks, header: { position_sample_interval_ms } })).longest_ms
  expect([longest(2000), longest(100), longest(null)]).toEqual([5000, 1000, 1000])
})

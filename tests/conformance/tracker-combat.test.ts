import { describe, expect, test } from 'vitest'
import type { Death } from './oracle/combat.ts'
import { type Cells, differences, type Expectation, ONE_FRAME_MS, TENTH, WHOLE } from './oracle/compare.ts'
import { type KillOutcome, untilWave, waveOf } from './oracle/kills.ts'
import { classWord, distance, isAlive, nameInFile, teamWord } from './oracle/trace.ts'
import { recordedWithFiles, rowsOf } from './tracker-files.ts'

const DEATH_KEY: readonly Expectation<Death>[] = [
  ['time_ms', ({ time }) => time],
  ['victim_guid', ({ victim }) => victim.guid],
]
const KILL_KEY: readonly Expectation<KillOutcome>[] = [
  ['kill_time_ms', ({ death }) => death.time],
  ['victim_guid', ({ death }) => death.victim.guid],
]

describe.each(await recordedWithFiles())('the tracker on $recording: combat', ({ truth, file }) => {
  const rows = (section: string): readonly Cells[] => rowsOf(file.round, section)
  const kills = truth.deaths.filter(({ cause }) => cause === 'kill')
  const enemyHits = truth.hits.filter(({ relation }) => relation === 'enemy')

  test('has every obituary with its cause, both players and where they were', () => {
    expect(
      differences('DEATHS', truth.deaths, rows('deaths'), DEATH_KEY, [
        ['victim_name', ({ victim }) => nameInFile(victim.name)],
        ['victim_team', ({ victim }) => teamWord(victim.team)],
        ['victim_class', ({ victim }) => classWord(victim.playerClass)],
        ['killer_guid', ({ killer }) => killer?.guid],
        ['killer_team', ({ killer }) => killer && teamWord(killer.team)],
        ['killer_class', ({ killer }) => killer && classWord(killer.playerClass)],
        ['cause', ({ cause }) => cause],
        ['mod', ({ mod }) => mod],
        ['mod_name', ({ means }) => means],
        ['victim_x', ({ victim }) => victim.x, TENTH],
        ['victim_y', ({ victim }) => victim.y, TENTH],
        ['victim_z', ({ victim }) => victim.z, TENTH],
        ['killer_x', ({ killerPlace }) => killerPlace?.x, TENTH],
        ['killer_y', ({ killerPlace }) => killerPlace?.y, TENTH],
        ['killer_z', ({ killerPlace }) => killerPlace?.z, TENTH],
        ['killer_health', ({ killer, victim }) => (killer === victim ? undefined : killer?.health)],
      ]),
    ).toEqual([])
  })

  test('has every hit on a living player, and none on a corpse', () => {
    expect(
      differences(
        'DAMAGE',
        truth.hits,
        rows('damage'),
        [
          ['time_ms', ({ time }) => time],
          ['target_guid', ({ target }) => target.guid],
          ['attacker_guid', ({ attacker }) => attacker?.guid],
          ['damage', ({ damage }) => damage],
          ['health_before', ({ target }) => target.health],
        ],
        [
          ['relation', ({ relation }) => relation],
          ['attacker_team', ({ attacker }) => attacker && teamWord(attacker.team)],
          ['target_team', ({ target }) => teamWord(target.team)],
          ['region', ({ region }) => region],
          ['weapon_id', ({ weapon }) => weapon],
          ['mod', ({ mod }) => mod],
          ['attacker_x', ({ attacker }) => attacker?.x, WHOLE],
          ['attacker_y', ({ attacker }) => attacker?.y, WHOLE],
          ['attacker_z', ({ attacker }) => attacker?.z, WHOLE],
          ['attacker_yaw', ({ attacker }) => attacker?.yaw, TENTH],
          ['target_x', ({ target }) => target.x, WHOLE],
          ['target_y', ({ target }) => target.y, WHOLE],
          ['target_z', ({ target }) => target.z, WHOLE],
          ['target_yaw', ({ target }) => target.yaw, TENTH],
        ],
      ),
    ).toEqual([])
  })

  test('has every bullet on an enemy with its region, the first one too', () => {
    expect(
      differences(
        'HIT_REGIONS',
        enemyHits.filter(({ region }) => region !== undefined),
        rows('hit_regions'),
        [
          ['time_ms', ({ time }) => time],
          ['attacker_guid', ({ attacker }) => attacker?.guid],
          ['victim_guid', ({ target }) => target.guid],
          ['damage', ({ damage }) => damage],
        ],
        [
          ['region', ({ region }) => region],
          ['weapon_id', ({ weapon }) => weapon],
        ],
      ),
    ).toEqual([])
  })

  test('has every shot', () => {
    expect(
      differences(
        'SHOT_FIRED',
        truth.shots,
        rows('shot_fired'),
        [
          ['time_ms', ({ time }) => time],
          ['guid', ({ shooter }) => shooter.guid],
          ['weapon_id', ({ weapon }) => weapon],
        ],
        [
          ['x', ({ shooter }) => shooter.x, WHOLE],
          ['y', ({ shooter }) => shooter.y, WHOLE],
          ['z', ({ shooter }) => shooter.z, WHOLE],
          ['yaw', ({ shooter }) => shooter.yaw, 0.00501],
          ['pitch', ({ shooter }) => shooter.pitch, 0.00501],
        ],
      ),
    ).toEqual([])
  })

  test('counts shots, hits, kills and headshots by weapon', () => {
    expect(
      differences(
        'WEAPON_ACCURACY',
        truth.accuracy,
        rows('weapon_accuracy'),
        [
          ['player_guid', ({ guid }) => guid],
          ['weapon_id', ({ weapon }) => weapon],
        ],
        [
          ['shots_fired', ({ shots }) => shots],
          ['hits', ({ hits }) => hits],
          ['kills', ({ kills }) => kills],
          ['headshots', ({ headshots }) => headshots],
        ],
      ),
    ).toEqual([])
  })

  test('has every revive by the medic who did it, on the ground', () => {
    expect(
      differences(
        'REVIVES',
        truth.revives,
        rows('revives'),
        [
          ['time_ms', ({ time }) => time],
          ['revived_guid', ({ revived }) => revived.guid],
        ],
        [
          ['medic_guid', ({ medic }) => medic.guid],
          ['medic_name', ({ medic }) => nameInFile(medic.name)],
          ['x', ({ revived }) => revived.x, TENTH],
          ['y', ({ revived }) => revived.y, TENTH],
          ['z', ({ revived }) => revived.z, TENTH],
          ['nearest_enemy_guid', ({ nearestEnemy }) => nearestEnemy?.guid],
          [
            'distance_to_enemy',
            ({ nearestEnemy, revived }) => (nearestEnemy ? distance(nearestEnemy, revived) : 0),
            TENTH,
          ],
        ],
      ),
    ).toEqual([])
  })

  test('has both places, the weapon and who was left at every kill', () => {
    expect(
      differences('COMBAT_POSITIONS', kills, rows('combat_positions'), DEATH_KEY, [
        ['attacker_guid', ({ killer }) => killer?.guid],
        ['attacker_team', ({ killer }) => killer && teamWord(killer.team)],
        ['attacker_class', ({ killer }) => killer && classWord(killer.playerClass)],
        ['victim_team', ({ victim }) => teamWord(victim.team)],
        ['victim_class', ({ victim }) => classWord(victim.playerClass)],
        ['attacker_x', ({ killerPlace }) => killerPlace?.x, WHOLE],
        ['attacker_y', ({ killerPlace }) => killerPlace?.y, WHOLE],
        ['attacker_z', ({ killerPlace }) => killerPlace?.z, WHOLE],
        ['victim_x', ({ victim }) => victim.x, WHOLE],
        ['victim_y', ({ victim }) => victim.y, WHOLE],
        ['victim_z', ({ victim }) => victim.z, WHOLE],
        ['weapon_id', ({ weapon }) => weapon],
        ['mod', ({ mod }) => mod],
        ['killer_health', ({ killer }) => killer?.health],
        ['axis_alive', ({ axisAlive }) => axisAlive],
        ['allies_alive', ({ alliesAlive }) => alliesAlive],
      ]),
    ).toEqual([])
  })

  test('tells how long every victim of an enemy waits for his wave', () => {
    const wait = ({ victim, time }: Death) => untilWave(truth.frame, victim.team, time)
    const interval = ({ victim }: Death) => waveOf(truth.frame, victim.team).interval
    expect(
      differences(
        'SPAWN_TIMING',
        kills,
        rows('spawn_timing'),
        [
          ['kill_time_ms', ({ time }) => time],
          ['victim_guid', ({ victim }) => victim.guid],
        ],
        [
          ['killer_guid', ({ killer }) => killer?.guid],
          ['enemy_spawn_interval_ms', interval],
          ['time_to_next_spawn_ms', wait],
          ['spawn_timing_score', (death) => wait(death) / interval(death), 0.000501],
          ['victim_reinf_s', (death) => wait(death) / 1000, TENTH],
          ['killer_reinf_s', ({ killer, time }) => killer && untilWave(truth.frame, killer.team, time) / 1000, TENTH],
        ],
      ),
    ).toEqual([])
  })

  test('has a row for both sides waves at the start', () => {
    const first = rows('reinforcements').slice(0, 2)
    expect(
      differences(
        'REINFORCEMENTS',
        [1, 2].map((team) => ({ team, ...waveOf(truth.frame, team) })),
        first,
        [['team', ({ team }) => teamWord(team)]],
        [
          ['interval_ms', ({ interval }) => interval],
          ['offset_ms', ({ offset }) => offset],
        ],
      ),
    ).toEqual([])
  })

  test('has the trades', () => {
    expect(
      differences(
        'TRADE_KILLS',
        truth.trades,
        rows('trade_kills'),
        [
          ['original_kill_time_ms', ({ original }) => original.time],
          ['traded_kill_time_ms', ({ traded }) => traded.time],
          ['original_victim_guid', ({ original }) => original.victim.guid],
        ],
        [
          ['original_killer_guid', ({ original }) => original.killer?.guid],
          ['trader_guid', ({ traded }) => traded.killer?.guid],
          ['delta_ms', ({ original, traded }) => traded.time - original.time],
        ],
      ),
    ).toEqual([])
  })

  test('tells what became of everybody whom an enemy killed', () => {
    expect(
      differences('KILL_OUTCOME', truth.outcomes, rows('kill_outcome'), KILL_KEY, [
        ['killer_guid', ({ death }) => death.killer?.guid],
        ['kill_mod', ({ death }) => death.mod],
        ['outcome', ({ outcome }) => (outcome === 'disconnected' ? 'tapped_out' : outcome)],
        ['outcome_time_ms', ({ time }) => time, ONE_FRAME_MS],
        ['delta_ms', ({ time, death }) => time - death.time, ONE_FRAME_MS],
        ['reviver_guid', ({ reviver }) => reviver?.guid],
      ]),
    ).toEqual([])
  })

  test('denies a killed player the time until he lived again', () => {
    expect(
      differences(
        'KILL_OUTCOME',
        truth.outcomes.filter(({ cameBack }) => cameBack),
        rows('kill_outcome').filter((row) =>
          truth.outcomes.some(
            ({ cameBack, death }) =>
              cameBack && death.time === row.kill_time_ms && death.victim.guid === row.victim_guid,
          ),
        ),
        KILL_KEY,
        [['effective_denied_ms', ({ backAt, death }) => backAt - death.time, ONE_FRAME_MS]],
      ),
    ).toEqual([])
  })

  test('has the skills of everybody at the end', () => {
    const last = truth.frame.live.at(-1)?.clients.filter((client) => client !== undefined && client.team !== 3) ?? []
    expect(
      differences(
        'SKILL_SNAPSHOT',
        last.filter((client) => client !== undefined),
        rows('skill_snapshot').filter(({ team }) => team !== 'SPEC'),
        [['guid', ({ guid }) => guid]],
        ['battle_sense', 'engineering', 'first_aid', 'signals', 'light_weapons', 'heavy_weapons', 'covertops'].map(
          (skill, i) => [skill, ({ skills }) => skills[i]] as const,
        ),
      ),
    ).toEqual([])
  })

  test('takes nobody for alive who is not', () => {
    const dead = rows('combat_positions').filter(({ axis_alive, allies_alive, time_ms }) => {
      const call = truth.frame.live.find((at) => at.name === 'et_RunFrame' && truth.frame.clock(at.level) === time_ms)
      const most = (team: number) =>
        call?.clients.filter((client) => isAlive(client) && client.team === team).length ?? 64
      return (axis_alive as number) > most(1) || (allies_alive as number) > most(2)
    })
    expect(dead).toEqual([])
  })
})

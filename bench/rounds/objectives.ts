import type { Rows } from '../../src/format/sections.ts'
import { distance, type Fighter, type Recorder, type World } from './world.ts'

/** An engineer this near to an objective works on it, in game units. */
const REACH = 120
const PAUSE_MS = 45_000

/** CONSTRUCTION_EVENTS, OBJECTIVE_RUNS, the carrier sections and those of the vehicle: few rows each. */
export function recordObjectives(world: World): Recorder {
  const construction_events: Rows['construction_events'][number][] = []
  const objective_runs: Rows['objective_runs'][number][] = []
  const carrier_events: Rows['carrier_events'][number][] = []
  const carrier_kills: Rows['carrier_kills'][number][] = []
  const worked = new Map<Fighter, number>()

  return {
    frame(sample) {
      if (!sample) return
      for (const fighter of world.fighters) {
        if (!fighter.alive || fighter.player_class !== 'ENGINEER') continue
        const objective = world.arena.objectives.find((one) => distance(one, fighter) < REACH)
        if (objective === undefined || world.elapsed_ms - (worked.get(fighter) ?? -PAUSE_MS) < PAUSE_MS) continue
        worked.set(fighter, world.elapsed_ms)
        const event_type = worked.size % 2 === 0 ? 'dynamite_plant' : 'construction_complete'
        construction_events.push(constructionOf(world, fighter, event_type, objective.name))
        objective_runs.push(runOf(world, fighter, event_type, objective.name))
      }
    },
    died({ victim, killer, type, means }) {
      const carries = victim.team === 'ALLIES' && victim.player_class === 'FIELDOPS' && victim.x < 0
      if (type !== 'killed' || killer === undefined || !carries) return
      carrier_events.push(carryOf(world, victim, killer))
      carrier_kills.push({
        kill_time_ms: world.time_ms,
        carrier_guid: victim.guid,
        carrier_name: victim.name,
        carrier_team: victim.team,
        killer_guid: killer.guid,
        killer_name: killer.name,
        killer_team: killer.team,
        means_of_death: means,
        carrier_distance_at_kill: distance(victim, killer),
        flag_team: 'redflag',
      })
    },
    rows: () => ({ construction_events, objective_runs, carrier_events, carrier_kills, ...vehicle(world) }),
  }
}

function constructionOf(world: World, fighter: Fighter, event_type: string, track_name: string) {
  return {
    event_time_ms: world.time_ms,
    event_type,
    player_guid: fighter.guid,
    player_name: fighter.name,
    player_team: fighter.team,
    track_name,
    player_x: fighter.x,
    player_y: fighter.y,
    player_z: fighter.z,
  }
}

function runOf(
  world: World,
  fighter: Fighter,
  action_type: string,
  track_name: string,
): Rows['objective_runs'][number] {
  const mates = world.fighters.filter((one) => one.alive && one !== fighter && distance(one, fighter) < 800)
  const escorts = mates.filter(({ team }) => team === fighter.team)
  return {
    engineer_guid: fighter.guid,
    engineer_name: fighter.name,
    engineer_team: fighter.team,
    action_type,
    track_name,
    action_time_ms: world.time_ms,
    approach_time_ms: 9_000 + (world.time_ms % 9_000),
    approach_distance: 2_100,
    beeline_distance: 1_650,
    path_efficiency: 0.786,
    self_kills: 0,
    team_kills: 0,
    escort_guids: escorts.map(({ guid }) => guid),
    enemies_nearby: mates.length - escorts.length,
    nearby_teammates: escorts.length,
    run_type: escorts.length > 0 ? 'assisted' : 'solo',
    obj_x: fighter.x,
    obj_y: fighter.y,
    obj_z: fighter.z,
    killer_guid: null,
    killer_name: null,
  }
}

function carryOf(world: World, victim: Fighter, killer: Fighter): Rows['carrier_events'][number] {
  const duration_ms = Math.min(world.elapsed_ms, 8_000)
  return {
    carrier_guid: victim.guid,
    carrier_name: victim.name,
    carrier_team: victim.team,
    flag_team: 'redflag',
    pickup_time_ms: world.time_ms - duration_ms,
    drop_time_ms: world.time_ms,
    duration_ms,
    outcome: 'killed',
    carry_distance: 1_400,
    beeline_distance: 1_100,
    efficiency: 0.786,
    path_samples: duration_ms / 200,
    pickup_x: victim.x - 900,
    pickup_y: victim.y - 600,
    pickup_z: victim.z,
    drop_x: victim.x,
    drop_y: victim.y,
    drop_z: victim.z,
    killer_guid: killer.guid,
    killer_name: killer.name,
  }
}

/** One truck, and everybody who walked beside it. */
function vehicle({ fighters }: World): Pick<Rows, 'vehicle_progress' | 'escort_credit'> {
  const total_distance = 3_120.5
  return {
    vehicle_progress: [
      {
        vehicle_name: 'truck',
        vehicle_type: 'script_mover',
        start_x: -2_368,
        start_y: 688,
        start_z: 0,
        end_x: 704,
        end_y: 702,
        end_z: 8,
        total_distance,
        max_health: 1_200,
        final_health: 640,
        destroyed_count: 0,
      },
    ],
    escort_credit: fighters
      .filter(({ team }) => team === 'ALLIES')
      .map(({ guid, name, team }, i) => ({
        player_guid: guid,
        player_name: name,
        player_team: team,
        vehicle_name: 'truck',
        mounted_time_ms: 0,
        proximity_time_ms: 6_500 * (i + 1),
        total_escort_distance: total_distance,
        credit_distance: total_distance / (i + 2),
        samples: 13 * (i + 1),
      })),
  }
}

import type { Team } from '../../src/format/codec.ts'
import { apart, type Ground, type Place, sees, wayTo } from './ground.ts'
import type { Person } from './people.ts'
import { type Death, type Hit, type Life, type Moment, type Tape, TICK_MS } from './tape.ts'

export const WAVES_MS: Readonly<Record<string, number>> = { AXIS: 20_000, ALLIES: 15_000 }

const SIGHT_UNITS = 1_700
const SHOT_MS = 150
const REVIVE_UNITS = 90
const STEAL_MS = 15_000

interface Fighter {
  readonly no: number
  readonly person: Person
  readonly team: Team
  life: Life | undefined
  death: Death | undefined
  moment: Moment
  place: number
  way: number[]
  seen_ms: number
  shot_ms: number
  strafe: number
}

export interface Match {
  readonly ground: Ground
  /** The first three attack. */
  readonly people: readonly Person[]
  readonly limit_ms: number
  readonly random: () => number
}

/** Plays a round: everybody walks to the objective or around it, shoots at what he sees, and helps the fallen. */
export function play({ ground, people, limit_ms, random }: Match): Tape {
  const lives: Life[] = []
  const hits: Hit[] = []
  const deaths: Death[] = []
  const shots = people.map(() => 0)
  const fighters = people.map((person, no) => fighterOf(person, no, no < people.length / 2 ? 'ALLIES' : 'AXIS'))
  let held_ms = 0
  let time_ms = 0

  const near = (a: Place, b: Place, units: number) => apart(a, b) < units
  const alive = (team?: Team) => fighters.filter((one) => one.life !== undefined && (team ?? one.team) === one.team)
  const waveAfter = (team: Team) => (Math.floor(time_ms / (WAVES_MS[team] as number)) + 1) * (WAVES_MS[team] as number)

  const begin = (fighter: Fighter, begins: Life['begins'], at: Place, health: number) => {
    fighter.moment = { ...at, health, speed: 0, stance: 0, sprint: 0, heading: 0 }
    fighter.life = { fighter: fighter.no, start_ms: time_ms, begins, end_ms: time_ms, ends: 'round_end', moments: [] }
    fighter.way = []
    fighter.seen_ms = 0
    lives.push(fighter.life)
  }

  const target = (fighter: Fighter) =>
    alive(fighter.team === 'AXIS' ? 'ALLIES' : 'AXIS')
      .filter((enemy) => near(fighter.moment, enemy.moment, SIGHT_UNITS) && sees(ground, fighter.moment, enemy.moment))
      .sort((a, b) => apart(fighter.moment, a.moment) - apart(fighter.moment, b.moment))[0]

  const shoot = (fighter: Fighter, enemy: Fighter) => {
    if (time_ms - fighter.seen_ms < fighter.person.reaction_ms || time_ms - fighter.shot_ms < SHOT_MS) return
    fighter.shot_ms = time_ms
    shots[fighter.no] = (shots[fighter.no] as number) + 1
    const chance = fighter.person.aim * (1.9 - apart(fighter.moment, enemy.moment) / SIGHT_UNITS)
    if (random() > chance) return
    const head = random() < 0.12
    const damage = head ? 50 : 18
    hits.push({ time_ms, attacker: fighter.no, target: enemy.no, damage, head })
    enemy.moment = { ...enemy.moment, health: enemy.moment.health - damage }
    if (enemy.moment.health <= 0) fall(enemy, fighter)
  }

  const fall = (victim: Fighter, killer: Fighter) => {
    if (victim.life === undefined) return
    victim.life.moments.push(victim.moment)
    victim.life.end_ms = time_ms
    victim.life.ends = 'killed'
    victim.life = undefined
    const waves = { victim_wave_ms: waveAfter(victim.team), killer_wave_ms: waveAfter(killer.team) }
    const open = { outcome: 'round_end' as const, outcome_ms: time_ms, reviver: null }
    victim.death = { time_ms, victim: victim.no, killer: killer.no, ...waves, ...open }
    deaths.push(victim.death)
    if (random() < 0.35) endDeath(victim, 'gibbed')
  }

  const endDeath = (fighter: Fighter, outcome: Death['outcome']) => {
    if (fighter.death === undefined || fighter.death.outcome !== 'round_end') return
    fighter.death.outcome = outcome
    fighter.death.outcome_ms = time_ms
  }

  const goal = (fighter: Fighter): number => {
    if (fighter.team === 'ALLIES') return ground.objective
    const around = [...ground.places.keys()].filter((place) =>
      near(ground.places[place] as Place, ground.places[ground.objective] as Place, 2_100),
    )
    return around[Math.floor(random() * around.length)] as number
  }

  const walk = (fighter: Fighter, enemy: Fighter | undefined) => {
    const { moment } = fighter
    const fallen = fighters.find(
      (mate) => mate.team === fighter.team && mate.death?.outcome === 'round_end' && mate.life === undefined,
    )
    const helps = fighter.person.player_class === 'MEDIC' && enemy === undefined && fallen !== undefined
    if (helps && near(moment, fallen.moment, REVIVE_UNITS)) {
      endDeath(fallen, 'revived')
      if (fallen.death !== undefined) fallen.death.reviver = fighter.no
      begin(fallen, 'revived', fallen.moment, 60)
      return
    }
    if (fighter.way.length === 0) {
      const to = goal(fighter)
      fighter.way = to === fighter.place ? [] : wayTo(ground, fighter.place, to, () => random() * 1_500)
    }
    const next =
      helps && near(moment, fallen.moment, 900) ? fallen.moment : ground.places[fighter.way[0] ?? fighter.place]
    const flees = enemy !== undefined && moment.health < 30
    const ahead = next ?? moment
    let heading = Math.atan2(ahead.y - moment.y, ahead.x - moment.x)
    let speed = 290 + random() * 30
    if (enemy !== undefined) {
      if (random() < 0.1) fighter.strafe = -fighter.strafe
      const away = Math.atan2(moment.y - enemy.moment.y, moment.x - enemy.moment.x)
      heading = flees ? away : away + (fighter.strafe * Math.PI) / 2
      speed = flees ? 345 : 110
    } else if (near(moment, ahead, 60)) {
      speed = 0
      if (fighter.way.length > 0) fighter.place = fighter.way.shift() as number
      else if (random() < 0.01) fighter.way = []
    }
    step(fighter, heading, speed, flees || (enemy === undefined && speed > 0 && random() < 0.6), ahead.z)
  }

  const step = (fighter: Fighter, heading: number, speed: number, sprint: boolean, z: number) => {
    const { moment } = fighter
    const units = (speed * TICK_MS) / 1000
    const there = { x: moment.x + Math.cos(heading) * units, y: moment.y + Math.sin(heading) * units, z: moment.z }
    there.z += Math.max(-5, Math.min(5, z - moment.z))
    const free = speed === 0 || sees(ground, moment, there)
    const stance = speed > 0 ? 0 : 1
    const health = Math.min(100, moment.health + (fighter.person.player_class === 'MEDIC' ? 0.05 : 0))
    fighter.moment = {
      ...(free ? there : moment),
      health,
      speed: free ? speed : 0,
      stance,
      sprint: sprint ? 1 : 0,
      heading,
    }
  }

  for (; time_ms < limit_ms && held_ms < STEAL_MS; time_ms += TICK_MS) {
    for (const fighter of fighters) {
      const spawn = ground.places[fighter.team === 'AXIS' ? ground.axis_spawn : ground.allies_spawn] as Place
      if (fighter.life === undefined && time_ms % (WAVES_MS[fighter.team] as number) === 0) {
        endDeath(fighter, 'tapped_out')
        fighter.place = fighter.team === 'AXIS' ? ground.axis_spawn : ground.allies_spawn
        begin(fighter, 'spawn', { ...spawn, x: spawn.x + random() * 200, y: spawn.y + random() * 200 }, 100)
      }
    }
    for (const fighter of alive()) {
      const enemy = target(fighter)
      if (enemy === undefined) fighter.seen_ms = 0
      else if (fighter.seen_ms === 0) fighter.seen_ms = time_ms
      if (enemy !== undefined) shoot(fighter, enemy)
    }
    for (const fighter of alive()) {
      walk(fighter, target(fighter))
      fighter.life?.moments.push(fighter.moment)
      if (fighter.life !== undefined) fighter.life.end_ms = time_ms
    }
    const objective = ground.places[ground.objective] as Place
    const atIt = (team: Team) => alive(team).filter(({ moment }) => near(moment, objective, 350)).length
    held_ms = atIt('ALLIES') > 0 && atIt('AXIS') === 0 ? held_ms + TICK_MS : 0
  }
  return { ground, people, teams: fighters.map(({ team }) => team), lives, hits, deaths, shots, length_ms: time_ms }
}

function fighterOf(person: Person, no: number, team: Team): Fighter {
  const moment = { x: 0, y: 0, z: 0, health: 0, speed: 0, stance: 0, sprint: 0, heading: 0 }
  const nothing = { life: undefined, death: undefined, way: [], place: 0 }
  return { no, person, team, moment, ...nothing, seen_ms: 0, shot_ms: 0, strafe: no % 2 === 0 ? 1 : -1 }
}

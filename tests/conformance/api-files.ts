/** The five files of the recorded answers, read by splitting lines; knows nothing of the project's own reader. */

export interface NaiveAttacker {
  readonly guid: string
  readonly name: string
  readonly team: string
  readonly damage: number
  readonly hits: number
  readonly first: number
  readonly last: number
  readonly kill: boolean
  readonly weapons: Readonly<Record<string, number>>
}

export interface NaiveEngagement {
  readonly row: number
  readonly start: number
  readonly end: number
  readonly target: string
  readonly targetName: string
  readonly team: string
  readonly outcome: string
  readonly damage: number
  readonly killer: string
  readonly killerName: string
  readonly start_x: number
  readonly start_y: number
  readonly end_x: number
  readonly end_y: number
  readonly distance: number
  readonly points: readonly NaivePoint[]
  readonly attackers: readonly NaiveAttacker[]
}

export interface NaivePoint {
  readonly time: number
  readonly x: number
  readonly y: number
  readonly z: number
  readonly event: string
}

export interface NaiveSample extends NaivePoint {
  readonly health: number
  readonly speed: number
  readonly weapon: number
  readonly stance: number
  readonly sprint: number
}

export interface NaiveLife {
  readonly guid: string
  readonly team: string
  readonly spawn: number
  readonly end: number
  readonly samples: readonly NaiveSample[]
}

export interface NaiveRound {
  readonly name: string
  readonly date: string
  readonly time: string
  readonly map: string
  readonly number: number
  readonly start: number
  readonly end: number
  readonly engagements: readonly NaiveEngagement[]
  readonly lives: readonly NaiveLife[]
}

/** Reads a file of the recorded answers. */
export function naiveRound(name: string, text: string): NaiveRound {
  const sections = new Map<string, string[][]>()
  const header = new Map<string, string>()
  let section: string[][] = []
  for (const line of text.split('\n')) {
    if (line.startsWith('# ') && line.includes('=')) {
      const [key, value] = line.slice(2).split('=')
      header.set(key as string, value as string)
    } else if (line.startsWith('# ')) {
      section = []
      sections.set(line.slice(2).trim(), section)
    } else if (line !== '') section.push(line.split(';'))
  }
  return {
    name,
    date: name.slice(0, 10),
    time: name.slice(11, 17),
    map: header.get('map') as string,
    number: Number(header.get('round')),
    start: Number(header.get('round_start_unix')),
    end: Number(header.get('round_end_unix')),
    engagements: (sections.get('ENGAGEMENTS') ?? []).map(engagement),
    lives: (sections.get('PLAYER_TRACKS') ?? []).map(life),
  }
}

function engagement(cells: string[], row: number): NaiveEngagement {
  const at = (n: number) => cells[n] as string
  return {
    row,
    start: Number(at(1)),
    end: Number(at(2)),
    target: at(4),
    targetName: at(5),
    team: at(6),
    outcome: at(7),
    damage: Number(at(8)),
    killer: at(9),
    killerName: at(10),
    start_x: Number(at(15)),
    start_y: Number(at(16)),
    end_x: Number(at(18)),
    end_y: Number(at(19)),
    distance: Number(at(21)),
    points: at(22).split('|').map(point),
    attackers: at(23).split('|').map(attacker),
  }
}

function attacker(text: string): NaiveAttacker {
  const [guid, name, team, damage, hits, first, last, kill, weapon] = text.split(',') as string[]
  const [id, count] = (weapon as string).split(':')
  return {
    guid: guid as string,
    name: name as string,
    team: team as string,
    damage: Number(damage),
    hits: Number(hits),
    first: Number(first),
    last: Number(last),
    kill: kill === '1',
    weapons: { [id as string]: Number(count) },
  }
}

function point(text: string): NaivePoint {
  const [time, x, y, z, event] = text.split(',')
  return { time: Number(time), x: Number(x), y: Number(y), z: Number(z), event: event as string }
}

function life(cells: string[]): NaiveLife {
  const [guid, , team, , spawn, end] = cells as [string, string, string, string, string, string]
  const samples = (cells[9] as string).split('|').map((text): NaiveSample => {
    const [time, x, y, z, health, speed, weapon, stance, sprint, event] = text.split(',')
    return {
      time: Number(time),
      x: Number(x),
      y: Number(y),
      z: Number(z),
      health: Number(health),
      speed: Number(speed),
      weapon: Number(weapon),
      stance: Number(stance),
      sprint: Number(sprint),
      event: event as string,
    }
  })
  return { guid, team, spawn: Number(spawn), end: Number(end), samples }
}

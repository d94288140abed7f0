const MOST_PEOPLE = 12
const MOST_MOMENTS = 8

const KINDS = ['kill', 'death', 'escape', 'fight'] as const

/** One event of a cell: a kill belongs to the killer, everything else to the target. */
export interface CellEvent {
  readonly what: (typeof KINDS)[number]
  readonly person: number
  readonly is_fight: boolean
  /** A death at the end of a push of the person's side. */
  readonly is_with_push: boolean
  readonly target: number
  readonly killer: number | null
}

interface Sums {
  kills: number
  deaths: number
  push_deaths: number
  fights: number
  escapes: number
  presence_ms: number
}

const none = (): Sums => ({ kills: 0, deaths: 0, push_deaths: 0, fights: 0, escapes: 0, presence_ms: 0 })

/**
 * One cell of a map: its sums, whose they are, and the first moments of each kind.
 *
 * @param events the newest first
 * @param times how long each person was there, ms
 */
export function sumCell<E extends CellEvent>(events: readonly E[], times: Iterable<readonly [number, number]>) {
  const byPerson = new Map<number, Sums>()
  const sumsOf = (person: number) => {
    const known = byPerson.get(person) ?? none()
    byPerson.set(person, known)
    return known
  }
  for (const { person, what, is_fight, is_with_push } of events) {
    const own = sumsOf(person)
    if (what === 'kill') own.kills += 1
    if (what === 'death') own.deaths += 1
    if (what === 'escape') own.escapes += 1
    if (is_fight) own.fights += 1
    if (is_with_push) own.push_deaths += 1
  }
  for (const [person, presence_ms] of times) sumsOf(person).presence_ms += presence_ms
  const sums = [...byPerson.values()].reduce(
    (all, own) => ({
      kills: all.kills + own.kills,
      deaths: all.deaths + own.deaths,
      push_deaths: all.push_deaths + own.push_deaths,
      fights: all.fights + own.fights,
      escapes: all.escapes + own.escapes,
      presence_ms: all.presence_ms + own.presence_ms,
    }),
    none(),
  )
  const deeds = ({ kills, deaths, fights }: Sums) => kills + deaths + fights
  const people = [...byPerson]
    .sort(([a, one], [b, two]) => deeds(two) - deeds(one) || two.presence_ms - one.presence_ms || a - b)
    .slice(0, MOST_PEOPLE)
  const moments = KINDS.flatMap((kind) => events.filter(({ what }) => what === kind).slice(0, MOST_MOMENTS))
  return { sums, people, moments }
}

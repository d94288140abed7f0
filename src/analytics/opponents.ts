import type { Kysely } from 'kysely'
import type { Database } from '../store/database.ts'
import { eachOpponent } from '../store/opponent-bytes.ts'
import { namedPeople } from './named-people.ts'
import { guidsOfPeople } from './people.ts'
import { roundsIn, type Scope } from './scope.ts'

/** Opponents shown. */
const MOST_OPPONENTS = 50

/** The people whom one fights, by number of fights; equal ones go by identifier. */
export async function opponents(db: Kysely<Database>, scope: Scope, id: number) {
  const guids = await guidsOfPeople(db)
  const guidOf = (person: number) => guids.get(person) ?? ''
  const met = [...(await sumsWith(db, scope, id))]
    // bots have none here
    .filter(([enemy]) => guids.has(enemy))
    .sort(
      ([a, one], [b, two]) =>
        two.attacks + two.attacked - one.attacks - one.attacked || (guidOf(a) < guidOf(b) ? -1 : 1),
    )
    .slice(0, MOST_OPPONENTS)
  const named = await namedPeople(
    db,
    met.map(([enemy]) => enemy),
  )
  return met.map(([enemy, sums]) => ({ ...named(enemy), ...sums }))
}

/** What one and each of those whom he met did to each other, by id. */
async function sumsWith(db: Kysely<Database>, scope: Scope, id: number) {
  const rounds = await db
    .selectFrom('derived_player')
    .innerJoin('derived_opponent', 'derived_opponent.round_id', 'derived_player.round_id')
    .where('derived_player.player_id', '=', id)
    .where('derived_player.round_id', 'in', roundsIn(db, scope))
    .select(['derived_opponent.player_ids', 'derived_opponent.opponents'])
    .execute()
  const sums = new Map<number, { rounds: number; attacks: number; attacked: number; kills: number; deaths: number }>()
  for (const { player_ids, opponents: bytes } of rounds) {
    const own = player_ids.indexOf(id)
    const met = new Set<number>()
    eachOpponent(bytes, ({ attacker, target, fights, kills }) => {
      if (attacker !== own && target !== own) return
      const enemy = player_ids[attacker === own ? target : attacker] as number
      const sum = sums.get(enemy) ?? { rounds: 0, attacks: 0, attacked: 0, kills: 0, deaths: 0 }
      sums.set(enemy, sum)
      if (!met.has(enemy)) sum.rounds += 1
      met.add(enemy)
      sum[attacker === own ? 'attacks' : 'attacked'] += fights
      sum[attacker === own ? 'kills' : 'deaths'] += kills
    })
  }
  return sums
}

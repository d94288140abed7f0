import type { Kysely } from 'kysely'
import type { Database } from '../store/database.ts'
import { allRoundsIn, roundsIn, type Scope } from './scope.ts'

/** What a scope leaves out. */
export interface Excluded {
  /** Rounds by what speaks against them. */
  readonly rounds: {
    readonly incomplete: number
    readonly bots: number
    readonly test_mode: number
    readonly clock: number
    readonly without_file: number
  }
  /** Bots of the counted rounds: in no list and no pair of players. */
  readonly bot_players: number
  /** Engagements of the counted rounds that are no fights. */
  readonly engagements: { readonly team: number; readonly no_attacker: number; readonly bots: number }
}

/** How much a scope leaves out, and why (L-41, L-60). */
export async function excludedIn(db: Kysely<Database>, scope: Scope): Promise<Excluded> {
  const bots = db
    .selectFrom('player')
    .innerJoin('derived_player', 'derived_player.player_id', 'player.id')
    .where('player.kind', '=', 'bot')
    .where('derived_player.round_id', 'in', roundsIn(db, scope))
    .select(({ fn }) => fn.count<number>('player.id').distinct().as('bots'))
  const engagements = db
    .selectFrom('derived_round')
    .where('derived_round.round_id', 'in', roundsIn(db, scope))
    .select(({ fn }) => [
      fn.coalesce(fn.sum<number>('team_engagements'), (eb) => eb.lit(0)).as('team'),
      fn.coalesce(fn.sum<number>('no_attacker_engagements'), (eb) => eb.lit(0)).as('no_attacker'),
      fn.coalesce(fn.sum<number>('bot_engagements'), (eb) => eb.lit(0)).as('bots'),
    ])
  const leftOut = allRoundsIn(db, scope)
    .where((eb) => eb.or([eb('rounds.exclusion', 'is not', null), eb('rounds.file_id', 'is', null)]))
    .select(['rounds.exclusion', 'rounds.file_id'])
  const row = await db
    .selectFrom(leftOut.as('round'))
    .select(({ fn }) => {
      const rounds = fn.countAll<number>()
      return [
        rounds.filterWhere('round.file_id', 'is', null).as('without_file'),
        rounds.filterWhere('round.exclusion', '=', 'incomplete').as('incomplete'),
        rounds.filterWhere('round.exclusion', '=', 'bots').as('bots'),
        rounds.filterWhere('round.exclusion', '=', 'test_mode').as('test_mode'),
        rounds.filterWhere('round.exclusion', '=', 'clock').as('clock'),
      ]
    })
    .executeTakeFirstOrThrow()
  const { bots: bot_players } = await bots.executeTakeFirstOrThrow()
  return { rounds: row, bot_players, engagements: await engagements.executeTakeFirstOrThrow() }
}

import type { Kysely } from 'kysely'
import { PATH_EVENTS, type Path, POSITION_EVENTS, type Positions } from '../../format/codec.ts'
import type { Round } from '../../format/round.ts'
import { SECTIONS, type Section } from '../../format/sections.ts'
import type { Database } from '../../store/database.ts'
import { loadRound } from '../../store/load-round.ts'
import type { Target } from './target.ts'

/** Writes each round as one JSON object on a line of its own. */
export async function exportJson(trx: Kysely<Database>, ids: readonly number[], target: Target): Promise<void> {
  try {
    for (const id of ids) await target.write(`${JSON.stringify(await wholeRound(trx, id), plain)}\n`)
    await target.end()
  } catch (error) {
    await target.discard()
    throw error
  }
}

/** A round as stored: what places it, and everything its file told but the secrets. */
async function wholeRound(trx: Kysely<Database>, id: number) {
  const about = await trx
    .selectFrom('rounds')
    .innerJoin('server', 'server.id', 'server_id')
    .innerJoin('round_file', 'round_file.id', 'file_id')
    .select([
      'rounds.id',
      'server.name as server',
      'round_file.name as file_name',
      'round_file.sha256',
      'map_name',
      'round_number',
      'round_number_raw',
      'round_number_reason',
      'round_date',
      'round_time',
      'round_start_unix',
      'round_end_unix',
      'started_unix',
      'start_source',
      'gaming_session_id',
      'exclusion',
    ])
    .where('rounds.id', '=', id)
    .executeTakeFirstOrThrow()
  const round = await loadRound(trx, id)
  return { ...about, sha256: Buffer.from(about.sha256).toString('hex'), ...(round && withoutSecrets(round)) }
}

const SECRET: readonly Section[] = SECTIONS.filter((section: Section) => section.secret === true)

function withoutSecrets(round: Round): Round {
  return { ...round, rows: { ...round.rows, ...Object.fromEntries(SECRET.map(({ key }) => [key, []])) } }
}

/** Points become plain lists, one per column, with words for their events. */
function plain(key: string, value: unknown): unknown {
  if (key === 'path') return pointLists(value as Path, PATH_EVENTS)
  if (key === 'positions') return pointLists(value as Positions, POSITION_EVENTS)
  return value
}

function pointLists({ length, event, ...columns }: Path | Positions, events: readonly string[]) {
  const lists = Object.entries(columns).map(([name, values]) => [name, Array.from(values as ArrayLike<number>)])
  return { length, ...Object.fromEntries(lists), event: Array.from(event, (no) => events[no]) }
}

import type { ReplyAt } from '../contract/client.ts'
import type { MapQuestion } from './map-question.ts'
import type { OpenedFile } from './open-file.ts'

type Reply = ReplyAt<'/api/proximity/maps/:map_name'>

/** With what every answer about a file begins. */
export function fileEnvelope({ facts, opened_ms }: OpenedFile, hasData: boolean, player_guid: string | null = null) {
  return {
    status: hasData ? ('ok' as const) : ('prototype' as const),
    ready: hasData,
    message: null,
    range_days: 0,
    generated_at: new Date(opened_ms).toISOString(),
    scope: {
      ...{ session_date: null, map_name: facts.map_name, round_number: null, round_start_unix: null },
      ...{ session_id: null, server: null, player_guid },
    },
  }
}

/** The same about its map. */
export function mapEnvelope({ file, query }: MapQuestion, hasData: boolean) {
  const { side = null, player_class = null, role = null, means = null, player_guid = null } = query
  return {
    ...fileEnvelope(file, hasData, player_guid),
    map_name: file.facts.map_name,
    filter: { side, player_class, role, means },
  }
}

/** What an answer about a file leaves out: of one file nothing is, but bots among people. */
export function excludedOf({ derived }: OpenedFile) {
  const rounds = { incomplete: 0, bots: 0, test_mode: 0, clock: 0, without_file: 0 }
  return { rounds, bot_players: derived.summary.bots }
}

/** The same of an answer about its map. */
export function excludedIn({ file }: MapQuestion): Reply['excluded'] {
  const { team_engagements, no_attacker_engagements, bot_engagements } = file.derived.summary
  return {
    ...excludedOf(file),
    engagements: { team: team_engagements, no_attacker: no_attacker_engagements, bots: bot_engagements },
  }
}

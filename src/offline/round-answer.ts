import type { QueryAt, ReplyAt } from '../contract/client.ts'
import { fightSizes } from '../metrics/fight-sizes.ts'
import { outcomeOf } from '../metrics/outcome.ts'
import { intervalOf } from '../metrics/share-interval.ts'
import type { OpenedFile } from './open-file.ts'
import { peopleOfFile } from './people.ts'
import { engagementsOf, tracksOf, tradesOf } from './round-parts.ts'
import { sectionRows } from './section-rows.ts'

type Path = '/api/proximity/rounds/:id'

/** Number of every round that stands in no database. */
export const NO_ID = 0

/** A file as /api/proximity/rounds/:id answers about it once it is imported, but for what only a database knows. */
export function roundAnswer(file: OpenedFile, { sections }: QueryAt<Path>): ReplyAt<Path> {
  const { name, size_bytes, round, derived, facts, problems, problem_count, opened_ms } = file
  const { header } = round
  const engagements = engagementsOf(file)
  return {
    ...facts,
    id: NO_ID,
    round_start_unix: header.round_start_unix,
    round_end_unix: header.round_end_unix,
    ...(outcomeOf(round) ?? { winner_team: 0, defender_team: 0 }),
    session_id: null,
    server: header.server_name ?? '',
    completeness: round.completeness,
    format: round.format,
    build: round.build,
    version: null,
    build_exact: round.build_exact,
    file: {
      id: NO_ID,
      name,
      size_bytes,
      // browsers reckon one over https only
      sha256: '',
      imported_at: new Date(opened_ms).toISOString(),
      problem_count,
      problems,
    },
    header: { ...header },
    sensors: round.sensors,
    section_counts: round.sections,
    sums: { ...derived.summary },
    players: playersOf(file),
    names: derived.roster.names,
    engagements,
    fight_sizes: fightSizes(engagements),
    tracks: tracksOf(file),
    trades: tradesOf(file),
    sections: sectionRows(file, sections?.split(',') ?? []),
  }
}

function playersOf({ derived }: OpenedFile): ReplyAt<Path>['players'] {
  const sums = new Map(derived.players.map(({ player, ...own }) => [player, own]))
  return peopleOfFile(derived).map((person, player) => {
    const own = sums.get(player)
    const trade_interval =
      own === undefined ? null : intervalOf(own.trade_opportunity_successes, own.trade_opportunities)
    return { ...person, sums: own ?? null, trade_interval }
  })
}

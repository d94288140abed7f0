import { PLAYER_CLASSES, TEAMS } from '../format/codec.ts'
import type {
  ClassRow,
  Derived,
  FightRow,
  LifeRow,
  PairRow,
  PlayerRow,
  ReactionRow,
  RoundSummary,
  TradeRow,
} from '../metrics/derived.ts'
import { cellBytes, fightCellBytes, killCellBytes } from './area-bytes.ts'
import { type BulkColumn, personMark } from './insert-texts.ts'
import { opponentBytes, peopleOfOpponents } from './opponent-bytes.ts'
import { placeBytes } from './place-bytes.ts'
import { PLAYER_COUNTS, PLAYER_LONG_TIMES, PLAYER_MEASURES } from './player-sums.ts'
import { presenceBytes } from './presence-bytes.ts'
import { reactionBytes } from './reaction-bytes.ts'
import { matesText } from './trade-mates.ts'
import { peopleOfTrios, trioBytes } from './trio-bytes.ts'

/** The rows of one derived table. */
export interface DerivedRows {
  readonly table: string
  /** True where row_no counts the rows: the table stands side by side with one of facts. */
  readonly numbered: boolean
  readonly columns: readonly BulkColumn[]
}

type Column<R> = readonly [name: string, type: string, value: (row: R) => unknown]

/** What fills a table, with its rows' columns. */
function filled<R>(
  table: string,
  rowsOf: (derived: Derived) => readonly R[],
  columns: readonly Column<R>[],
  numbered = false,
): (derived: Derived) => DerivedRows {
  return (derived) => {
    const rows = rowsOf(derived)
    return { table, numbered, columns: columns.map(([name, type, value]) => ({ name, type, values: rows.map(value) })) }
  }
}

/** Columns that are named and filled like the row's own fields. */
function plain<R>(type: string, ...names: readonly (keyof R & string)[]): Column<R>[] {
  return names.map((name) => [name, type, (row: R) => row[name]])
}

const list = (values: readonly (number | string)[]) => `{${values.join(',')}}`

const SUMMARY: readonly Column<RoundSummary>[] = [
  ...plain<RoundSummary>(
    'int4',
    'clock_start_ms',
    'clock_end_ms',
    'humans',
    'bots',
    'unknown_players',
    'engagements',
    'fights',
    'team_engagements',
    'no_attacker_engagements',
    'bot_engagements',
    'killed',
    'escaped',
    'crossfires',
    'attackers_sum',
    'shape_1v1',
    'shape_2v1',
    'shape_2v2',
    'shape_1v2',
    'shape_other',
    'lives',
    'overlapping_lives',
    'life_distance_count',
    'speed_count',
    'sprint_percentage_count',
    'first_move_count',
    'trade_events',
    'trade_opportunities',
    'trade_attempts',
    'trade_successes',
    'trade_missed',
    'isolation_deaths',
    'support_samples',
    'total_samples',
  ),
  ...plain<RoundSummary>('float8', 'distance_sum', 'life_distance_sum', 'speed_sum', 'sprint_percentage_sum'),
  ...plain<RoundSummary>('int8', 'duration_sum_ms', 'first_move_sum_ms', 'presence_ms'),
]

const LIFE: readonly Column<LifeRow>[] = [
  ...plain<LifeRow>(
    'int4',
    'end_time_ms',
    'duration_ms',
    'time_to_first_move_ms',
    'standing_ms',
    'crouching_ms',
    'prone_ms',
    'sprint_ms',
  ),
  ...plain<LifeRow>('float4', 'total_distance', 'avg_speed', 'peak_speed', 'sprint_percentage', 'post_spawn_distance'),
  ...plain<LifeRow>('bool', 'overlapping'),
]

const PLAYER: readonly Column<PlayerRow>[] = [
  ...plain<PlayerRow>('int4', ...PLAYER_COUNTS),
  ...plain<PlayerRow>('float8', ...PLAYER_MEASURES),
  ...plain<PlayerRow>('int8', ...PLAYER_LONG_TIMES),
]

const idList = (players: readonly number[]) => list(players.map(personMark))

function byPlayer<R extends { player: number }>(): Column<R> {
  return ['player_id', 'person', (row) => personMark(row.player)]
}

function played<R extends { player_class: (typeof PLAYER_CLASSES)[number] }>(): Column<R> {
  return ['player_class', 'int2', (row) => PLAYER_CLASSES.indexOf(row.player_class)]
}

/** Whom the numbers in packed rows count. */
const EVERYBODY: Column<Pick<Derived, 'roster'>> = [
  'player_ids',
  'person[]',
  ({ roster }) => idList([...roster.players.keys()]),
]

function withPresence({ roster, presence }: Derived) {
  return { roster, stored: presenceBytes(presence) }
}

/** In the order of the tables. Made once: made for each round, they were compiled again and again. */
const TABLES = [
  filled('derived_round', ({ summary }) => [summary], SUMMARY),
  filled(
    'derived_fight',
    ({ fights }) => fights,
    [
      ['target_id', 'person', (row) => personMark(row.target)],
      ['killer_id', 'person', (row) => (row.killer === null ? null : personMark(row.killer))],
      ...plain<FightRow>('int4', 'crossfire_delay_ms'),
      ...plain<FightRow>('int2', 'attackers', 'defenders', 'cell_x', 'cell_y'),
      ...plain<FightRow>('bool', 'is_crossfire'),
      ...plain<FightRow>('text', 'category', 'cause'),
      ['crossfire_ids', 'person[]', (row) => (row.is_crossfire ? idList(row.crossfire_players) : null)],
      ['attacker_ids', 'person[]', (row) => idList(row.attacker_players)],
    ],
    true,
  ),
  filled('derived_life', ({ lives }) => lives, [byPlayer(), ...LIFE], true),
  filled('derived_player', ({ players }) => players, [byPlayer(), ...PLAYER]),
  filled('derived_class', ({ classes }) => classes, [
    byPlayer(),
    played(),
    ...plain<ClassRow>(
      'int4',
      'lives',
      'duration_count',
      'distance_count',
      'sprint_percentage_count',
      'first_move_count',
    ),
    ...plain<ClassRow>('int8', 'duration_sum_ms', 'first_move_sum_ms'),
    ...plain<ClassRow>('float8', 'distance_sum', 'sprint_percentage_sum'),
  ]),
  filled('derived_reaction', ({ reactions }) => reactions, [
    byPlayer(),
    played(),
    ...plain<ReactionRow>('text', 'reaction'),
    ...plain<ReactionRow>('int4', 'fights', 'samples'),
    ...plain<ReactionRow>('int8', 'sum_ms'),
    ['bins', 'bytea', reactionBytes],
  ]),
  filled('derived_pair', ({ pairs }) => pairs, [
    ['player1_id', 'person', (row) => personMark(row.player1)],
    ['player2_id', 'person', (row) => personMark(row.player2)],
    ...plain<PairRow>(
      'int4',
      'together_ms',
      'crossfire_count',
      'crossfire_kills',
      'combined_damage',
      'delay_sum_ms',
      'delay_count',
      'trade_chances_1_for_2',
      'trades_1_for_2',
      'trade_chances_2_for_1',
      'trades_2_for_1',
    ),
    ['team', 'int2', (row) => row.team && TEAMS.indexOf(row.team)],
    ...plain<PairRow>(
      'int4',
      'crossfire_chances',
      'support_chances_1_for_2',
      'supports_1_for_2',
      'support_chances_2_for_1',
      'supports_2_for_1',
    ),
  ]),
  filled('derived_trio', ({ trios }) => [trios], [
    ['player_ids', 'person[]', (trios) => idList(peopleOfTrios(trios))],
    ['trios', 'bytea', trioBytes],
  ]),
  filled('derived_opponent', ({ opponents }) => [opponents], [
    ['player_ids', 'person[]', (rows) => idList(peopleOfOpponents(rows))],
    ['opponents', 'bytea', opponentBytes],
  ]),
  filled('derived_trade', ({ trades }) => trades, [
    ...plain<TradeRow>('int4', 'row_no'),
    ['victim_id', 'person', (row) => personMark(row.victim)],
    ['killer_id', 'person', (row) => personMark(row.killer)],
    ...plain<TradeRow>('int4', 'death_time_ms', 'trade_window_ms'),
    ...plain<TradeRow>('float4', 'nearest_teammate_dist'),
    ['victim_team', 'int2', (row) => TEAMS.indexOf(row.victim_team)],
    ...plain<TradeRow>('bool', 'is_isolation_death'),
    ['mates', 'person[]', matesText],
  ]),
  filled('derived_area', (derived) => [derived], [
    ['fight_places', 'bytea', ({ fight_cells }) => cellBytes(fight_cells.filter(({ fights }) => fights > 0))],
    ['fight_cells', 'bytea', ({ fight_cells }) => fightCellBytes(fight_cells)],
    ['kill_cells', 'bytea', ({ cells }) => killCellBytes(cells)],
  ]),
  filled('derived_place', (derived) => [derived], [EVERYBODY, ['places', 'bytea', ({ places }) => placeBytes(places)]]),
  filled('derived_presence', (derived) => [withPresence(derived)], [
    EVERYBODY,
    ['blocks', 'bytea', ({ stored }) => stored.blocks],
    ['quarters', 'bytea', ({ stored }) => stored.quarters],
    ['heights', 'bytea', ({ stored }) => stored.heights],
  ]),
]

/** All derived rows of a round as columns, one entry per derived table. */
export function derivedRows(derived: Derived): DerivedRows[] {
  return TABLES.map((rowsOf) => rowsOf(derived))
}

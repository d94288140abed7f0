import { z } from 'zod'
import { excludedFromFights, interval, person } from './envelope.ts'
import { countFrom } from './query-fields.ts'
import { listedRound } from './rounds.ts'

const player = z.int().meta({ description: 'Index into `people`.' })
const team = z.int().min(0).max(1)
const side = z.enum(['AXIS', 'ALLIES', 'SPEC'])
const share = z.object({ cases: z.int(), n: z.int().meta({ description: 'Of how many.' }), interval })

const outcome = z
  .object({
    end_reason: z.string(),
    winner_team: side.nullable(),
    defender_team: side.nullable(),
    held: z.boolean().nullable().meta({ description: 'The defenders won; null: nobody did, or it is not told.' }),
    duration_ms: z.int(),
    time_limit_ms: z.int().nullable(),
    time_to_beat_ms: z.int().nullable(),
    paused_ms: z.int(),
  })
  .nullable()
  .meta({ description: 'As the tracker wrote it; null: the file tells nothing, and nobody guesses.' })

const round = listedRound.extend({
  outcome,
  line_up: z.int().nullable().meta({ description: 'Index into `line_ups`.' }),
  axis_team: team.nullable().meta({ description: 'Which team of the line-up played Axis.' }),
})

const play = z.object({
  map_name: z.string(),
  first: z.int().nullable().meta({ description: 'Id of the first round.' }),
  second: z.int().nullable(),
  broken_off: z.array(z.int()).meta({ description: 'Rounds of it that were not played to their end.' }),
  pairing: z
    .enum(['complete', 'first_only', 'second_only', 'broken_off', 'unsure'])
    .meta({ description: '`unsure`: the files may call both rounds the first.' }),
  result: z.enum(['attacked_first', 'attacked_second', 'both_held', 'unknown']).meta({ description: 'Who won.' }),
  line_up: z.int().nullable(),
  won_by: team.nullable().meta({ description: 'The team that won; null: nobody, or not known.' }),
})

const teamOf = z.object({
  people: z
    .array(z.object({ player, rounds: z.int() }))
    .meta({ description: 'Who played for it and in how many rounds, the most first.' }),
  maps_won: z.int(),
})

const lineUp = z.object({
  rounds: z.int(),
  teams: z.array(teamOf).length(2),
  maps_both_held: z.int(),
  maps_unknown: z.int(),
})

const moment = z.object({
  kind: z.enum(['kill_run', 'trade_chain', 'revive_chain', 'escape', 'objective_run', 'carry']),
  round_id: z.int(),
  start_ms: z.int(),
  end_ms: z.int(),
  player,
  others: z.array(player).meta({
    description:
      'The killed, the revived, the enemies; of a trade chain the next killers in turn and the first victim.',
  }),
  size: z.number().meta({ description: 'Kills, deaths, revives, or the way in game units.' }),
  surprise_bits: z.number().meta({ description: 'How few of this size the evening would have; 0: one.' }),
  cases: z.int().meta({ description: 'All of the kind.' }),
  as_large: z.int().meta({ description: 'Those at least as large.' }),
  enemies: z.int().nullable(),
  damage: z.int().nullable(),
  action: z.string().nullable(),
  object: z.string().nullable(),
})

/** One gaming session. */
export const session = {
  method: 'GET',
  path: '/api/proximity/sessions/:id',
  about: 'One gaming session: how its rounds ended, who played with whom, moments worth looking at, the best pair.',
  params: z.strictObject({ id: countFrom(1, 'id') }),
  query: z.strictObject({}),
  reply: z.object({
    id: z.int(),
    server: z.string(),
    start_unix: z.int(),
    end_unix: z.int(),
    people: z.array(z.object(person)).meta({ description: 'Of the rounds that count, without bots.' }),
    rounds: z.array(round).meta({ description: 'All of them, in the order of play.' }),
    plays: z.array(play).meta({ description: 'Maps in the order of play, each with its rounds.' }),
    line_ups: z.array(lineUp).meta({ description: 'Teams followed across the swap of sides, in the order of play.' }),
    moments: z.array(moment).meta({ description: 'At most five, the most surprising first.' }),
    moment_cases: z.int().meta({ description: 'From so many they are chosen.' }),
    moments_missing: z
      .array(z.object({ kind: moment.shape.kind, rounds: z.int() }))
      .meta({ description: 'Kinds that some of the counted rounds did not record.' }),
    best_pair: z.object({
      pair: z
        .object({
          player1: player,
          player2: player,
          together_ms: z.int(),
          crossfires: z.int(),
          crossfire_kills: z.int(),
          trades: share.meta({ description: "Of the chances at each other's deaths." }),
          others1: share.meta({ description: 'The same of the first one with all others.' }),
          others2: share,
        })
        .nullable(),
      most_chances: z.int().meta({ description: 'Of any pair.' }),
      least_chances: z.int().meta({ description: 'A pair needs so many.' }),
    }),
    most_traded: z.object({
      person: z.object({ player, deaths: share }).nullable(),
      most_deaths: z.int(),
      least_deaths: z.int(),
    }),
    excluded: excludedFromFights,
  }),
} as const

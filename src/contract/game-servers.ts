import { z } from 'zod'

/** Who plays on the game servers at this moment. */
export const gameServers = {
  method: 'GET',
  path: '/api/game-servers',
  about:
    "How the game servers of `PROXIMITY_GAME_SERVERS` are doing, by the game's own status query, each asked at most every 10 seconds. The query tells neither the round's clock nor the sides' score.",
  query: z.strictObject({}),
  reply: z.object({
    generated_at: z.string(),
    servers: z.array(
      z.object({
        name: z.string().meta({ description: 'As the setting names it; its address stays with the server.' }),
        state: z.enum(['answering', 'silent', 'unreachable', 'unreadable', 'unknown_host']).meta({
          description:
            '`silent`: no answer within a second; `unreachable`: nothing listens there, or no way leads there; `unreadable`: no answer of a game server; `unknown_host`: its name leads nowhere.',
        }),
        since: z.string().meta({ description: 'When it was first found in this state.' }),
        asked_at: z.string(),
        answered_at: z.string().nullable().meta({ description: 'Null: not since this server was started.' }),
        now: z
          .object({
            map_name: z.string(),
            players: z.array(
              z.object({
                name: z.string(),
                side: z.enum(['AXIS', 'ALLIES', 'SPEC']).nullable().meta({ description: 'Null: not told.' }),
                score: z.int().meta({ description: 'As on the scoreboard.' }),
                ping_ms: z.int(),
              }),
            ),
            most_players: z.int().nullable(),
            bots: z.int().nullable().meta({ description: 'How many of the players are bots; null: not told.' }),
            time_limit_min: z.number().nullable(),
            needs_password: z.boolean().nullable(),
          })
          .nullable()
          .meta({ description: 'Null unless it is answering.' }),
      }),
    ),
  }),
} as const

import type { ReplyAt } from '../../../contract/client.ts'

export type BoardReply = ReplyAt<'/api/proximity/leaderboards'>
export type BoardName = BoardReply['board']

/** What a board is about. */
interface BoardWords {
  readonly title: string
  readonly about: string
  /** What its cases are. */
  readonly noun: string
  readonly nouns: string
  /** Definitions, by name. */
  readonly metrics: readonly string[]
}

export const BOARD_WORDS: Readonly<Record<BoardName, BoardWords>> = {
  crossfires: {
    ...{ title: 'Crossfires', noun: 'attack', nouns: 'attacks' },
    about: 'Share of the attacks in which a mate hit the same enemy at almost the same time.',
    metrics: ['crossfire_participations', 'attacks', 'board_place'],
  },
  trades: {
    ...{ title: 'Trades', noun: 'chance', nouns: 'chances' },
    about: 'Share of the chances to avenge a mate near by that were taken within three seconds.',
    metrics: ['trade_successes', 'trade_opportunities', 'board_place'],
  },
  support: {
    ...{ title: 'Support', noun: 'round', nouns: 'rounds' },
    about: 'Share of the time alive near a mate who was in a fight.',
    metrics: ['support_uptime', 'board_place'],
  },
  escapes: {
    ...{ title: 'Escapes', noun: 'fight', nouns: 'fights' },
    about: 'Share of the fights against a player from which he got away.',
    metrics: ['focus_survival', 'solo_survival', 'times_targeted', 'board_place'],
  },
  reactions: {
    ...{ title: 'Reactions', noun: 'fight', nouns: 'fights' },
    about: 'Time from being hit until half of such fights were answered with a hit.',
    metrics: ['return_fire', 'board_place'],
  },
}

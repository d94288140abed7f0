import type { Round } from '../format/round.ts'
import { baitChances } from './baiting.ts'
import { cellRows, fightCellRows } from './cells.ts'
import { combatTimes } from './combat.ts'
import type { Derived, RosterPlayer } from './derived.ts'
import { engagementsByTarget, judgeEngagements, type SetApart } from './engagements.ts'
import { fightRows } from './fights.ts'
import { classRows } from './life-sums.ts'
import { lifeRow, livesByPlayer, livesOf } from './lives.ts'
import { opponentRows } from './opponents.ts'
import { fightChances } from './pair-chances.ts'
import { pairRows } from './pairs.ts'
import { isBotRound, peopleOf } from './people.ts'
import { placeRows } from './places.ts'
import { playerRows } from './players.ts'
import { presenceRows } from './presence.ts'
import { reactionRows } from './reactions.ts'
import { rosterOf } from './roster.ts'
import { summaryOf } from './summary.ts'
import { supportByPlayer } from './support.ts'
import { tradeRows } from './trades.ts'
import { trioRows } from './trios.ts'

/** Everything that the metrics tell about one round. Pure: the same round gives the same rows. */
export function derive(round: Round): Derived {
  const roster = rosterOf(round)
  const people = peopleOf(roster)
  const players = roster.players.length
  const lives = livesOf(round, people)
  const own = livesByPlayer(lives, players)
  const bots = botsApart(roster.players)
  const counted = bots.size === 0 ? own : own.map((of, player) => (bots.has(player) ? [] : of))
  const judged = judgeEngagements(round, people, own, bots)
  const byTarget = engagementsByTarget(judged, players, bots)

  const fights = fightRows(judged, byTarget)
  const life_rows = lives.map(lifeRow)
  const chances = fightChances(judged, own)
  const trades = tradeRows(judged, byTarget, counted)
  const baits = baitChances(trades, byTarget, own)
  // where nobody recorded who fought, no support does not mean that nobody helped (L-14)
  const { engagements: sensor } = round.sensors
  const recorded = sensor !== 'off' && sensor !== 'failed'
  const presence = presenceRows(lives, bots)
  const support = supportByPlayer(recorded ? counted : own.map(() => []), combatTimes(judged, players))

  return {
    roster,
    summary: summaryOf({
      round,
      roster,
      judged,
      fights,
      lives: lives.filter(({ player }) => !bots.has(player)),
      life_rows,
      trades,
      support,
      presence,
    }),
    fights,
    lives: life_rows,
    players: playerRows({ judged, lives: own, life_rows, trades, baits, support }),
    classes: classRows(own, life_rows),
    reactions: reactionRows(round, judged),
    opponents: opponentRows(fights),
    pairs: pairRows(roster.players, judged, chances, trades, own),
    trios: trioRows(chances, own),
    trades,
    cells: cellRows(judged),
    fight_cells: fightCellRows(fights),
    places: placeRows(round, people, judged, own),
    presence,
  }
}

/** The bots among people, whose deeds the numbers leave out; a round of bots has none of these. */
function botsApart(players: readonly RosterPlayer[]): SetApart {
  if (isBotRound(players)) return new Set()
  return new Set([...players.keys()].filter((player) => players[player]?.kind === 'bot'))
}

import type { RoundAddress } from '../../address.ts'
import { PlayerName } from '../../names/player-name.tsx'
import { Link } from '../../navigation.tsx'
import { count, percent, UNKNOWN } from '../../numbers/format.ts'
import { SIDE_WORDS } from '../../round/sections.ts'
import { SideMark } from '../../round/side-mark.tsx'
import type { Round } from '../../round/use-round.ts'
import { type Line, linesOf } from './who-lines.ts'

interface WhoPlayedProps {
  readonly round: Round
  readonly address: RoundAddress
}

/** Everybody who had a part, by side. A click shows the page for one player. */
export function WhoPlayed({ round, address }: WhoPlayedProps) {
  const lines = linesOf(round)
  if (lines.length === 0) return <p class="empty">Nobody had a part in anything that was recorded.</p>
  return (
    <>
      <table class="who">
        <thead>
          <tr>
            <th scope="col">Player</th>
            <Column name="Kills" />
            <Column name="Deaths" />
            <Column name="Damage" isWide />
            <Column name="Cross­fires" />
            <Column name="Trades" />
            <Column name="Support" isWide />
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Row key={line.guid} line={line} address={address} />
          ))}
        </tbody>
      </table>
      <p class="remark muted">
        Crossfires: enemies hit by two at once. Trades: killers of a mate who were killed in time, of the chances to.
        Support: share of the time alive near a mate who was in a fight. A dash: not known from this file.
      </p>
    </>
  )
}

function Column({ name, isWide = false }: { readonly name: string; readonly isWide?: boolean }) {
  return (
    <th scope="col" class={isWide ? 'number not-on-phone' : 'number'}>
      {name}
    </th>
  )
}

function Row({ line, address }: { readonly line: Line; readonly address: RoundAddress }) {
  const { guid, name, kind, team, sums, hasLives } = line
  const isChosen = address.player === guid
  const support = sums && sums.total_samples > 0 ? sums.support_samples / sums.total_samples : null
  const number = (value: number | undefined) => (value === undefined ? UNKNOWN : count(value))
  return (
    <tr class={isChosen ? 'is-chosen' : undefined}>
      <th scope="row">
        <SideMark team={team} />
        <span class="visually-hidden">{SIDE_WORDS[team] ?? ''} </span>
        <Link to={{ ...address, player: isChosen ? null : guid }}>
          <PlayerName name={name} guid={guid} />
        </Link>
        {kind === 'bot' && <span class="muted"> bot</span>}
      </th>
      <td class="number">{number(sums?.kills)}</td>
      <td class="number">{hasLives ? number(sums?.deaths) : UNKNOWN}</td>
      <td class="number not-on-phone">{number(sums?.damage_dealt)}</td>
      <td class="number">{number(sums?.crossfire_participations)}</td>
      <td class="number">
        {sums === null ? (
          UNKNOWN
        ) : (
          <>
            {count(sums.trade_successes)} <span class="muted">of {count(sums.trade_opportunities)}</span>
          </>
        )}
      </td>
      <td class="number not-on-phone">
        {support === null ? UNKNOWN : percent({ value: support, low: 0, high: 1, n: 0 })}
      </td>
    </tr>
  )
}

import type { RoundAddress } from '../../address.ts'
import { PlayerName } from '../../names/player-name.tsx'
import { Link } from '../../navigation.tsx'
import { FigureValue } from '../../numbers/figure-value.tsx'
import { SIDE_WORDS } from '../../round/sections.ts'
import { SideMark } from '../../round/side-mark.tsx'
import type { Round } from '../../round/use-round.ts'
import { COLUMNS } from './who-figures.ts'
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
            {COLUMNS.map(({ name, isWide }) => (
              <th key={name} scope="col" class={numberClass(isWide)}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Row key={line.guid} line={line} address={address} />
          ))}
        </tbody>
      </table>
      <p class="remark muted">Each number opens what it is. A dash: not known from this file.</p>
    </>
  )
}

function numberClass(isWide: boolean): string {
  return isWide ? 'number not-on-phone' : 'number'
}

function Row({ line, address }: { readonly line: Line; readonly address: RoundAddress }) {
  const { guid, name, kind, team } = line
  const isChosen = address.player === guid
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
      {COLUMNS.map((column) => (
        <td key={column.name} class={numberClass(column.isWide)}>
          <FigureValue figure={column.figureOf(line)} isShort />
        </td>
      ))}
    </tr>
  )
}

import { Answered } from '../../answer/answered.tsx'
import type { Answer } from '../../answer/use-answer.ts'
import type { Figure } from '../../numbers/figure.ts'
import { FigureValue } from '../../numbers/figure-value.tsx'
import { ShareBar } from '../../numbers/share-bar.tsx'
import { SmallPrint } from '../../numbers/small-print.tsx'
import { boundsWords } from '../../numbers/value-words.ts'
import { Panel } from '../../panel.tsx'
import type { MeasureName } from '../../player-address.ts'
import { measureFigure, reactionFigure } from './figures.ts'
import { GROUPS, MEASURE_WORDS } from './measures.ts'
import type { Profile, Trends } from './use-player.ts'

interface NumberListProps {
  readonly profile: Answer<Profile>
  readonly trends: Answer<Trends>
}

/** What a player does with his mates and when he is hit; each number with its interval, and how the last evening was. */
export function NumberList({ profile, trends }: NumberListProps) {
  const known = trends.state === 'here' ? trends.data : null
  return (
    <Panel title="Teamplay" aside="bands are 80 % intervals" class="player-numbers">
      <Answered answer={profile} lines={14}>
        {(data) => (
          <>
            {GROUPS.map(([title, names]) => (
              <section key={title} aria-label={title}>
                <h3>{title}</h3>
                <ul class="shares">
                  {names.map((name) => (
                    <Line key={name} figure={measureFigure(name, data)} last={lastFigure(name, known)} />
                  ))}
                  {title === 'Reactions' &&
                    data.reactions.map((one) => <Line key={one.reaction} figure={reactionFigure(one)} last={null} />)}
                </ul>
              </section>
            ))}
          </>
        )}
      </Answered>
    </Panel>
  )
}

function Line({ figure, last }: { readonly figure: Figure; readonly last: Figure | null }) {
  const { value } = figure
  return (
    <li>
      <span class="share-title">{figure.title}</span>
      <FigureValue figure={figure} />
      {value.kind === 'measure' ? (
        <SmallPrint of={figure} class="player-band">
          {boundsWords(value)}
        </SmallPrint>
      ) : (
        <ShareBar value={value} />
      )}
      <span class="share-basis muted">
        {value.kind === 'share' && <SmallPrint of={figure}>{figure.basis}</SmallPrint>}
        {last !== null && (
          <span class="more-words">
            Last evening <FigureValue figure={last} />: <SmallPrint of={last}>{last.basis}</SmallPrint>
          </span>
        )}
      </span>
    </li>
  )
}

const AGAINST = { below: 'below the usual', at: 'as usual', above: 'above the usual' } as const

/** The latest evening against those before it; null: there is none, or nothing to hold it against. */
function lastFigure(name: MeasureName, trends: Trends | null): Figure | null {
  const trend = trends?.trends[name]
  const value = trend?.values.at(-1)
  if (!trend?.usual || trend.latest === null || value === undefined || value === null) return null
  const { title, about, metrics, write } = MEASURE_WORDS[name]
  const { low, high } = trend.usual
  return {
    ...{ id: `last:${name}`, title: `${title}, last evening`, about, metrics },
    basis: `${AGAINST[trend.latest]} ${write(low)} to ${write(high)}`,
    value: { kind: 'measure', value, write },
  }
}

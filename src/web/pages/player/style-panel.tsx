import { Answered } from '../../answer/answered.tsx'
import type { Answer } from '../../answer/use-answer.ts'
import { classWords } from '../../names/class-words.ts'
import type { Figure, Value } from '../../numbers/figure.ts'
import { FigureValue } from '../../numbers/figure-value.tsx'
import { count, counted } from '../../numbers/format.ts'
import { Panel } from '../../panel.tsx'
import type { MeasureName } from '../../player-address.ts'
import { MEASURE_WORDS } from './measures.ts'
import type { Profile, Style } from './use-player.ts'

const RELATIONS = { more: 'more than most here', as_much: 'as much as most here', less: 'less than most here' } as const

interface StylePanelProps {
  readonly style: Answer<Style>
  readonly profile: Profile
}

/** How a player plays beside the others of the scope: more is neither better nor worse. */
export function StylePanel({ style, profile }: StylePanelProps) {
  return (
    <Panel title="Way of playing" aside="a description, no rating" class="player-style">
      <Answered answer={style} lines={10}>
        {(data) => (
          <>
            <ul class="style-lines">
              {data.measures.map(({ name, ...one }) => (
                <StyleLine key={name} figure={styleFigure(name as MeasureName, one)} standing={one} />
              ))}
            </ul>
            <h3>Classes, by time alive</h3>
            <ul class="style-lines">
              {data.classes
                .filter(({ value }) => value !== null && value > 0)
                .sort((a, b) => (b.value ?? 0) - (a.value ?? 0))
                .map((one) => (
                  <StyleLine key={one.player_class} figure={classFigure(one)} standing={one} />
                ))}
            </ul>
            <Sides sums={profile.sums} />
            <p class="remark muted">{basisWords(data)}</p>
          </>
        )}
      </Answered>
    </Panel>
  )
}

interface StyleLineProps {
  readonly figure: Figure
  readonly standing: Pick<Style['measures'][number], 'below' | 'others' | 'relation'>
}

function StyleLine({ figure, standing: { below, others, relation } }: StyleLineProps) {
  return (
    <li class={relation === null ? 'is-unsure' : undefined}>
      <span>{figure.title}</span>
      <span class="number">
        <FigureValue figure={figure} />
      </span>
      {relation === null ? (
        <span class="muted" />
      ) : (
        <>
          <StandingBar part={below / others} />
          <span class="muted">
            {RELATIONS[relation]}{' '}
            <span class="style-n">
              ({count(below)} of {counted(others, 'other')} less)
            </span>
          </span>
        </>
      )}
    </li>
  )
}

type Standing = Pick<Style['measures'][number], 'value' | 'n'>

function styleFigure(name: MeasureName, { value, n }: Standing): Figure {
  const { title, about, metrics, cases, write } = MEASURE_WORDS[name]
  const shown: Value = value === null ? { kind: 'none', reason: 'not known' } : { kind: 'measure', value, write }
  return { id: `style:${name}`, title, about, metrics, basis: `of ${counted(n, ...cases)}`, value: shown }
}

function classFigure({ player_class, value, n }: Style['classes'][number]): Figure {
  return {
    id: `class:${player_class}`,
    title: classWords(player_class),
    about: 'Share of the time alive in this class.',
    metrics: ['alive_ms'],
    basis: `of ${counted(n, 'life', 'lives')}`,
    value: { kind: 'measure', value: value ?? 0, write: (pct) => `${count(pct)}\u00a0%` },
  }
}

/** Where he stands among the others, from who has least to who has most. */
function StandingBar({ part }: { readonly part: number }) {
  return (
    <svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect class="bar-ground" x="0" y="3" width="100" height="2" />
      <rect class="bar-band" x="33.3" y="2" width="33.3" height="4" />
      <rect class="bar-at" x={1 + part * 96} y="0" width="2" height="8" />
    </svg>
  )
}

function Sides({ sums: { axis_ms, allies_ms } }: Pick<Profile, 'sums'>) {
  const all = axis_ms + allies_ms
  if (all === 0) return null
  const axis = Math.round((100 * axis_ms) / all)
  return (
    <p class="player-sides">
      Axis {axis}&nbsp;%, Allies {100 - axis}&nbsp;% of the time alive.
    </p>
  )
}

function basisWords({ lives, least_lives, people }: Style): string {
  if (lives < least_lives) return `To compare: not enough yet (${lives} of ${counted(least_lives, 'life', 'lives')}).`
  if (people < 6) return `To compare: too few people with ${least_lives} lives or more here (${people}).`
  return `Compared with the people of these rounds who had ${least_lives} lives or more: ${people}, with this one. Most: two of three.`
}

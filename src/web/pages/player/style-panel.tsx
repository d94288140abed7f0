import { Answered } from '../../answer/answered.tsx'
import type { Answer } from '../../answer/use-answer.ts'
import { classWords } from '../../names/class-words.ts'
import type { Figure, Value } from '../../numbers/figure.ts'
import { FigureValue } from '../../numbers/figure-value.tsx'
import { count, counted } from '../../numbers/format.ts'
import { SmallPrint } from '../../numbers/small-print.tsx'
import { Panel } from '../../panel.tsx'
import type { MeasureName } from '../../player-address.ts'
import { span } from '../../when.ts'
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
  readonly standing: Standing
}

type Standing = Omit<Style['measures'][number], 'name'>

/** Beside how many he stands: `3 of 12 others less`. */
function standingWords({ below, others }: Standing): string {
  return `${count(below)} of ${counted(others, 'other')} less`
}

/** What a number of the way of playing is of, and beside whom. */
function standingBasis(standing: Standing, cases: string): string {
  return standing.relation === null ? `of ${cases}` : `of ${cases}; ${standingWords(standing)}`
}

function StyleLine({ figure, standing }: StyleLineProps) {
  const { below, others, relation } = standing
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
            <SmallPrint of={figure} class="style-n">
              ({standingWords(standing)})
            </SmallPrint>
          </span>
        </>
      )}
    </li>
  )
}

function styleFigure(name: MeasureName, standing: Standing): Figure {
  const { value, n } = standing
  const { title, about, metrics, cases, write } = MEASURE_WORDS[name]
  const shown: Value = value === null ? { kind: 'none', reason: 'not known' } : { kind: 'measure', value, write }
  return {
    id: `style:${name}`,
    title,
    about,
    metrics,
    basis: standingBasis(standing, counted(n, ...cases)),
    value: shown,
  }
}

function classFigure(standing: Style['classes'][number]): Figure {
  const { player_class, value, n } = standing
  return {
    id: `class:${player_class}`,
    title: classWords(player_class),
    about: 'Share of the time alive in this class.',
    metrics: ['alive_ms'],
    basis: standingBasis(standing, counted(n, 'life', 'lives')),
    value: { kind: 'part', value: (value ?? 0) / 100 },
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
  return (
    <p class="player-sides">
      Axis <FigureValue figure={sideFigure('Axis', axis_ms, all)} />, Allies{' '}
      <FigureValue figure={sideFigure('Allies', allies_ms, all)} /> of the time alive.
    </p>
  )
}

function sideFigure(side: string, own_ms: number, all_ms: number): Figure {
  return {
    id: `side:${side.toLowerCase()}`,
    title: `Time on ${side}`,
    about: 'Share of the time alive on this side.',
    metrics: ['alive_ms'],
    basis: `${span(own_ms)} of ${span(all_ms)} alive`,
    value: { kind: 'part', value: own_ms / all_ms },
  }
}

function basisWords({ lives, least_lives, people }: Style): string {
  if (lives < least_lives) return `To compare: not enough yet (${lives} of ${counted(least_lives, 'life', 'lives')}).`
  if (people < 6) return `To compare: too few people with ${least_lives} lives or more here (${people}).`
  return `Compared with the people of these rounds who had ${least_lives} lives or more: ${people}, with this one. Most: two of three.`
}

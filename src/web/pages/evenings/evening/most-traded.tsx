import { PlayerLink } from '../../../names/player-link.tsx'
import type { Figure } from '../../../numbers/figure.ts'
import { FigureValue } from '../../../numbers/figure-value.tsx'
import { count, counted } from '../../../numbers/format.ts'
import { shareOf } from '../../../numbers/interval.ts'
import { ShareBar } from '../../../numbers/share-bar.tsx'
import { SmallPrint } from '../../../numbers/small-print.tsx'
import { boundsWords } from '../../../numbers/value-words.ts'
import type { Evening } from './evening-panels.tsx'
import { hasLives, NO_LIVES } from './lives.ts'

/** Whose deaths the mates answered most surely. */
export function MostTraded({ evening }: { readonly evening: Evening }) {
  const { person, most_deaths, least_deaths } = evening.most_traded
  const who = evening.people[person?.player ?? -1]
  if (person === null || who === undefined) {
    if (!hasLives(evening)) return <p class="empty">{NO_LIVES}</p>
    return (
      <p class="empty">
        {most_deaths === 0
          ? 'Nobody died by an enemy.'
          : `Not enough yet: nobody died ${least_deaths} times by enemies with a trade among them. The most were ${most_deaths}.`}
      </p>
    )
  }
  const { cases, n, interval } = person.deaths
  const figure: Figure = {
    ...{ id: 'most_traded', title: 'Deaths that were traded', metrics: ['traded_deaths'] },
    about: 'Deaths by an enemy whom a mate killed within three seconds.',
    basis: `${count(cases)} of ${counted(n, 'death')} by enemies`,
    value: { kind: 'share', share: shareOf(cases, n, interval) },
  }
  return (
    <div class="best">
      <p class="best-who">
        <PlayerLink {...who} />
      </p>
      <p>
        <FigureValue figure={figure} /> of the deaths traded by mates
        <SmallPrint of={figure}>, {figure.basis}</SmallPrint>
      </p>
      <ShareBar value={figure.value} />
      <p>
        <SmallPrint of={figure}>{boundsWords(figure.value)}</SmallPrint>
      </p>
    </div>
  )
}

import type { Figure } from '../../numbers/figure.ts'
import { FigureValue } from '../../numbers/figure-value.tsx'
import { counted } from '../../numbers/format.ts'
import { FEW_CASES, shareOf } from '../../numbers/interval.ts'
import { fightsOf, isIn } from '../../round/fights.ts'
import type { Round } from '../../round/use-round.ts'

type Size = Round['fight_sizes'][number]

interface BreakdownProps {
  readonly round: Round
  readonly player: number | null
}

/** How many against how many: attackers, and those on the side of who was attacked. */
export function Breakdown({ round, player }: BreakdownProps) {
  const fights = fightsOf(round).filter((fight) => player === null || isIn(fight, player))
  if (fights.length === 0) return <p class="empty">No fights between people.</p>
  const sizes = round.fight_sizes.filter((one) => one.player === player)
  const most = Math.max(...sizes.map((one) => one.fights))
  return (
    <>
      <table class="sizes">
        <thead>
          <tr>
            <th scope="col">Attackers v side of the target</th>
            <th scope="col" class="number">
              Fights
            </th>
            <th scope="col" class="number">
              Target died
            </th>
          </tr>
        </thead>
        <tbody>
          {sizes.map((size) => (
            <tr key={size.size}>
              <th scope="row">
                {size.size}
                <svg class="bar" aria-hidden="true">
                  <rect class="bar-part" width={`${(100 * size.fights) / most}%`} height="8" rx="2" />
                </svg>
              </th>
              <td class="number">
                <FigureValue figure={fightsFigure(size)} />
              </td>
              <td class="number">
                <FigureValue figure={diedFigure(size)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="remark muted">
        {counted(fights.length, 'fight')} of one round
        {fights.length < FEW_CASES ? ': too few to tell skill from luck.' : '.'}
      </p>
    </>
  )
}

function fightsFigure({ size, fights }: Size): Figure {
  return {
    id: `size:${size}`,
    title: `Fights ${size}`,
    about: 'Fights by the number of attackers, and of those on the side of the target.',
    metrics: ['shape', 'fights'],
    basis: '',
    value: { kind: 'count', count: fights },
  }
}

function diedFigure({ size, fights, died, interval }: Size): Figure {
  return {
    id: `died:${size}`,
    title: `Target died ${size}`,
    about: 'Fights of this size at whose end the target was dead.',
    metrics: ['deaths', 'shape'],
    basis: '',
    value: { kind: 'count', count: died, of: fights, share: shareOf(died, fights, interval) },
  }
}

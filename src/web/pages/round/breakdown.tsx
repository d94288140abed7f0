import { count, counted } from '../../numbers/format.ts'
import { FEW_CASES } from '../../numbers/interval.ts'
import { fightsOf, isIn } from '../../round/fights.ts'
import type { Round } from '../../round/use-round.ts'
import { sizesOf } from './sizes.ts'

interface BreakdownProps {
  readonly round: Round
  readonly player: number | null
}

/** How many against how many: attackers, and those on the side of who was attacked. */
export function Breakdown({ round, player }: BreakdownProps) {
  const fights = fightsOf(round).filter((fight) => player === null || isIn(fight, player))
  if (fights.length === 0) return <p class="empty">No fights between people.</p>
  const sizes = sizesOf(fights)
  const most = Math.max(...sizes.map(({ n }) => n))
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
          {sizes.map(({ name, n, died }) => (
            <tr key={name}>
              <th scope="row">
                {name}
                <svg class="bar" aria-hidden="true">
                  <rect class="bar-part" width={`${(100 * n) / most}%`} height="8" rx="2" />
                </svg>
              </th>
              <td class="number">{count(n)}</td>
              <td class="number">
                {count(died)} <span class="muted">of {count(n)}</span>
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

import './side-mark.css'

/** The sign of a side: Axis square, Allies circle; nothing for others. */
export function SideMark({ team }: { readonly team: string }) {
  if (team !== 'AXIS' && team !== 'ALLIES') return null
  return (
    <svg class={`side-mark side-${team.toLowerCase()}`} viewBox="0 0 10 10" aria-hidden="true">
      {team === 'AXIS' ? <rect x="1" y="1" width="8" height="8" /> : <circle cx="5" cy="5" r="4.5" />}
    </svg>
  )
}

import { classLetter, classWords } from '../../names/class-words.ts'
import { PlayerName } from '../../names/player-name.tsx'
import { SIDE_WORDS, SIDES } from '../../round/sections.ts'
import { SideMark } from '../../round/side-mark.tsx'
import type { Shown } from './snapshot.ts'
import { weaponName } from './weapons.ts'

interface PlayerStripProps {
  readonly snapshot: readonly (Shown | null)[]
  readonly followed: number | null
  readonly follow: (player: number | null) => void
}

/** Everybody by side: how he is, and for those who do not see the map where. A click follows him. */
export function PlayerStrip({ snapshot, followed, follow }: PlayerStripProps) {
  return (
    <section class="replay-players panel" aria-label="Players">
      {SIDES.map((side) => (
        <div key={side}>
          <h2>
            <SideMark team={side} />
            {SIDE_WORDS[side]}
          </h2>
          <ul>
            {snapshot.map((shown) =>
              shown?.team === side ? (
                <PlayerLine
                  key={shown.actor.player}
                  shown={shown}
                  isFollowed={shown.actor.player === followed}
                  follow={follow}
                />
              ) : null,
            )}
          </ul>
        </div>
      ))}
    </section>
  )
}

interface PlayerLineProps {
  readonly shown: Shown
  readonly isFollowed: boolean
  readonly follow: (player: number | null) => void
}

function PlayerLine({ shown: { actor, place, player_class }, isFollowed, follow }: PlayerLineProps) {
  const { state, x, y, health, weapon } = place
  const isThere = state === 'here'
  return (
    <li
      class={`replay-player is-${state}`}
      data-player={actor.guid}
      data-state={state}
      data-x={isThere ? x : undefined}
      data-y={isThere ? y : undefined}
    >
      <button type="button" aria-pressed={isFollowed} onClick={() => follow(isFollowed ? null : actor.player)}>
        <abbr title={classWords(player_class)}>{classLetter(player_class)}</abbr>
        <PlayerName name={actor.name} guid={actor.guid} />
      </button>
      <span class="muted">
        {state === 'away' && 'not on the map'}
        {state === 'gap' && 'no data'}
        {isThere && weaponName(weapon)}
      </span>
      <span class="replay-health">{isThere && health}</span>
      {isThere && (
        <span class="visually-hidden">
          health, at {Math.round(x)}, {Math.round(y)}
        </span>
      )}
    </li>
  )
}

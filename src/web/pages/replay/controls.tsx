import { useState } from 'preact/hooks'
import { fileOf, type ReplayAddress, writeAddress } from '../../address.ts'
import { plainName } from '../../names/colour-codes.ts'
import { clockText } from '../../round/clock.ts'
import { type Fight, fightsOf, shapeOf } from '../../round/fights.ts'
import type { Round } from '../../round/use-round.ts'
import { SPEEDS } from './playback.ts'
import type { Tape } from './tape.ts'
import type { Playback } from './use-playback.ts'

interface ControlsProps {
  readonly round: Round
  readonly tape: Tape
  readonly playback: Playback
  readonly acts: {
    readonly play: () => void
    readonly jump: (by_ms: number) => void
    readonly step: (direction: 1 | -1) => void
    readonly help: () => void
  }
  readonly follow: (player: number | null) => void
  readonly repeat: (fight: Fight | null) => void
  readonly followed: number | null
  readonly fight: Fight | null
  /** Where a link to this moment leads. */
  readonly here: ReplayAddress
  /** True while the keys are explained. */
  readonly isHelp: boolean
}

const SHORT_JUMP_MS = 5000

/** Everything that the keys do, to click; which player is followed and which fight is repeated. */
export function Controls(props: ControlsProps) {
  const { round, tape, playback, acts, follow, repeat, followed, fight, here, isHelp } = props
  return (
    <div class="replay-controls">
      <div class="replay-buttons">
        <button type="button" class="replay-play" onClick={acts.play}>
          {playback.isPlaying ? 'Pause' : 'Play'}
        </button>
        <button type="button" title="5 seconds back" onClick={() => acts.jump(-SHORT_JUMP_MS)}>
          −5 s
        </button>
        <button type="button" title="5 seconds on" onClick={() => acts.jump(SHORT_JUMP_MS)}>
          +5 s
        </button>
        <button type="button" aria-label="One sample back" onClick={() => acts.step(-1)}>
          ‹
        </button>
        <button type="button" aria-label="One sample on" onClick={() => acts.step(1)}>
          ›
        </button>
      </div>
      <label>
        Speed{' '}
        <select
          value={String(playback.speed)}
          onChange={({ currentTarget }) => playback.setSpeed(Number(currentTarget.value))}
        >
          {SPEEDS.map((speed) => (
            <option key={speed} value={String(speed)}>
              {speed}×
            </option>
          ))}
        </select>
      </label>
      <label>
        Follow{' '}
        <select
          value={followed === null ? '' : String(followed)}
          onChange={({ currentTarget: { value } }) => follow(value === '' ? null : Number(value))}
        >
          <option value="">nobody</option>
          {tape.actors.map(
            (actor) =>
              actor && (
                <option key={actor.player} value={String(actor.player)}>
                  {plainName(actor.name, actor.guid)}
                </option>
              ),
          )}
        </select>
      </label>
      <label>
        Repeat{' '}
        <select
          value={fight === null ? '' : String(fight.id)}
          onChange={({ currentTarget: { value } }) =>
            repeat(round.engagements.find(({ id }) => String(id) === value) ?? null)
          }
        >
          <option value="">nothing</option>
          {fightsOf(round).map((one) => (
            <option key={one.id} value={String(one.id)}>
              {fightWords(one, round)}
            </option>
          ))}
        </select>
      </label>
      {fileOf(here.id) === null && <ShareLink here={here} />}
      <button type="button" aria-label="Keys" aria-expanded={isHelp} aria-controls="replay-help" onClick={acts.help}>
        ?
      </button>
    </div>
  )
}

function fightWords(fight: Fight, { players }: Round): string {
  const guid = players[fight.target]?.guid ?? ''
  return `${clockText(fight.start_time_ms)} ${shapeOf(fight)}, against ${plainName(fight.target_name, guid)}`
}

/** Copies a link to this moment; where that is not allowed it can be copied by hand. */
function ShareLink({ here }: { readonly here: ReplayAddress }) {
  const [said, setSaid] = useState('')
  const link = new URL(writeAddress(here), location.href).href
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link)
      setSaid('Copied')
    } catch {
      setSaid('Copy it from the address line')
    }
  }
  return (
    <a
      class="replay-link"
      href={link}
      onClick={(event) => {
        event.preventDefault()
        void copy()
      }}
    >
      Link to this moment{' '}
      <span role="status" class="muted">
        {said}
      </span>
    </a>
  )
}

import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { type ReplayAddress, writeAddress } from '../../address.ts'
import { Guarded } from '../../answer/guarded.tsx'
import { zoom } from '../../camera/camera.ts'
import { ZOOM_STEP, ZoomButtons } from '../../camera/zoom-buttons.tsx'
import { useNavigation } from '../../navigation.tsx'
import { missingWords } from '../../round/missing.ts'
import { momentsOf } from '../../round/moments.ts'
import type { Round } from '../../round/use-round.ts'
import { ClockLine } from './clock-line.tsx'
import { Controls } from './controls.tsx'
import { fightAt } from './fight-at.ts'
import { Help } from './help.tsx'
import { HoverLine } from './hover-line.tsx'
import { MomentList } from './moment-list.tsx'
import { loopOf, SPEEDS, stepped } from './playback.ts'
import { PlayerStrip } from './player-strip.tsx'
import { Scrubber } from './scrubber.tsx'
import { snapshotAt } from './snapshot.ts'
import { tapeOf } from './tape.ts'
import { useKeys } from './use-keys.ts'
import { usePlayback } from './use-playback.ts'
import { useStage } from './use-stage.ts'

interface ReplayProps {
  readonly address: ReplayAddress
  readonly round: Round
}

/** Scale with which a player is followed, times that of the whole map. */
const FOLLOW_ZOOM = 1.8
/** The address follows a moment at which the reader stays, ms. */
const SETTLED_MS = 300

/** The map with everybody on it, its clocks, controls and what happens. */
export function Replay({ address, round }: ReplayProps) {
  const { replace } = useNavigation()
  const tape = useMemo(() => tapeOf(round), [round])
  const moments = useMemo(() => momentsOf(round), [round])
  const canvas = useRef<HTMLCanvasElement>(null)
  const [isHelp, setHelp] = useState(false)
  const [fight, setFight] = useState(round.engagements.find(({ id }) => id === address.fight) ?? null)
  const [followed, setFollowed] = useState(playerOf(round, address.player))
  const playback = usePlayback({
    round: tape,
    start_ms: address.t_ms ?? (fight === null ? tape.from_ms : loopOf(fight, tape).from_ms),
    isPlaying: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    draw: (t_ms) => stage.current?.draw(t_ms, followed),
  })
  const [view, setView] = useState(address.view ?? null)
  const settling = useRef<ReturnType<typeof setTimeout>>(undefined)
  const noteView = () => {
    clearTimeout(settling.current)
    settling.current = setTimeout(() => setView(stage.current?.view() ?? null), SETTLED_MS)
  }
  const redraw = () => stage.current?.draw(playback.now(), followed)
  const approach = (player: number | null) => {
    const shown = stage.current
    if (shown === null) return
    const least = shown.leastScale() * 2
    if (player === null) shown.whole()
    else if (shown.camera.scale < least * FOLLOW_ZOOM) {
      zoom(shown.camera, (least * FOLLOW_ZOOM) / shown.camera.scale, 0, 0, least)
    }
  }
  const follow = (player: number | null) => {
    setFollowed(player)
    approach(player)
    noteView()
  }
  const { stage, hovered } = useStage({
    ...{ canvas, tape, redraw, start: address.view ?? null, onView: noteView },
    onPan: () => setFollowed(null),
    onPick: (player) => follow(player === followed ? null : player),
  })
  const repeat = (next: Round['engagements'][number] | null) => {
    setFight(next)
    const loop = next === null ? null : loopOf(next, tape)
    playback.setLoop(loop)
    if (loop !== null && (playback.now() < loop.from_ms || playback.now() > loop.to_ms)) playback.jump(loop.from_ms)
  }

  useEffect(() => {
    if (fight !== null) playback.setLoop(loopOf(fight, tape))
    // a link that tells what was seen also tells from how near
    if (followed !== null && view === null) approach(followed)
    return () => clearTimeout(settling.current)
  }, [])
  useEffect(redraw, [followed, tape, playback.t_ms])

  const guid = followed === null ? null : (round.players[followed]?.guid ?? null)
  const t_ms = Math.round(playback.t_ms)
  const here = { ...address, t_ms, fight: fight?.id ?? null, player: guid, view }
  const written = useRef(address.t_ms)
  const first = useRef(writeAddress(here))
  useEffect(() => {
    // a link to the whole replay stays one until the reader does something
    if (playback.isPlaying || writeAddress(here) === first.current) return
    first.current = ''
    const timer = setTimeout(() => {
      written.current = t_ms
      replace(here)
    }, SETTLED_MS)
    return () => clearTimeout(timer)
  }, [playback.isPlaying, t_ms, fight, guid, view])
  useEffect(() => {
    if (address.t_ms === null || address.t_ms === written.current) return
    written.current = address.t_ms
    playback.jump(address.t_ms)
  }, [address.t_ms])

  const zoomBy = (factor: number) => {
    const shown = stage.current
    if (shown === null) return
    zoom(shown.camera, factor, 0, 0, shown.leastScale())
    noteView()
    redraw()
  }
  const acts = {
    play: () => playback.play(!playback.isPlaying),
    jump: (by_ms: number) => playback.jump(playback.now() + by_ms),
    step: (direction: 1 | -1) => {
      playback.play(false)
      playback.jump(stepped(playback.now(), direction, tape.step_ms, tape))
    },
    speed: playback.setSpeed,
    follow: () => follow(followed === null ? (stage.current?.nearest() ?? null) : null),
    loop: () => repeat(fight === null ? fightAt(round, playback.now()) : null),
    help: () => setHelp(!isHelp),
    closer: () => zoomBy(ZOOM_STEP),
    farther: () => zoomBy(1 / ZOOM_STEP),
    whole: () => {
      follow(null)
      redraw()
    },
  }
  useKeys((act) => {
    if (act.act === 'jump') acts.jump(act.by_ms)
    else if (act.act === 'step') acts.step(act.direction)
    else if (act.act === 'speed') acts.speed(SPEEDS[act.number - 1] ?? 1)
    else acts[act.act]()
  })

  const snapshot = snapshotAt(tape, playback.t_ms)
  const missing = missingWords(round, ['deaths', 'revives', 'waves', 'objectives', 'shots', 'hits'])
  return (
    <div class="replay">
      <section class="replay-map panel" aria-label="Map">
        <ZoomButtons zoomBy={zoomBy} showWhole={acts.whole}>
          <ClockLine round={round} tape={tape} t_ms={playback.t_ms} />
        </ZoomButtons>
        <div class="replay-canvas">
          <canvas
            ref={canvas}
            class={view === null ? undefined : 'is-part'}
            role="img"
            aria-label="The map from above; the list of players says where everybody is"
          />
          <HoverLine actor={hovered === null ? null : (snapshot[hovered] ?? null)} />
        </div>
        <Scrubber tape={tape} playback={playback} fight={fight} />
        <Controls {...{ round, tape, playback, acts, follow, repeat, followed, fight, here, isHelp }} />
        {isHelp && <Help />}
      </section>
      <Guarded>
        {() => <MomentList round={round} moments={moments} t_ms={playback.t_ms} jump={playback.jump} />}
      </Guarded>
      <PlayerStrip snapshot={snapshot} followed={followed} follow={(player) => follow(player)} />
      {missing.length > 0 && <p class="replay-missing muted">{missing.join(' ')}</p>}
    </div>
  )
}

function playerOf({ players }: Round, guid: string | null): number | null {
  const player = players.findIndex((one) => one.guid === guid)
  return player === -1 ? null : player
}

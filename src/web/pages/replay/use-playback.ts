import { useEffect, useRef, useState } from 'preact/hooks'
import { momentAfter, type Span, within } from './playback.ts'

/** How often what stands beside the map follows it, ms. */
const SHOWN_EVERY_MS = 200
/** A longer time between two frames is one in which nobody looked, ms. */
const LONGEST_FRAME_MS = 250

interface PlaybackOptions {
  readonly round: Span
  readonly start_ms: number
  readonly isPlaying: boolean
  /** Draws a moment. */
  readonly draw: (t_ms: number) => void
}

/** The moment that is shown, and how it goes on. */
export interface Playback {
  /** The moment beside the map: a little behind while it plays, else the very one. */
  readonly t_ms: number
  readonly isPlaying: boolean
  readonly speed: number
  readonly loop: Span | null
  /** The very moment. */
  now(): number
  play(isPlaying: boolean): void
  jump(t_ms: number): void
  setSpeed(speed: number): void
  setLoop(loop: Span | null): void
}

/** Plays a round: `draw` is called for every frame, everything else is drawn five times a second. */
export function usePlayback({ round, start_ms, draw, ...options }: PlaybackOptions): Playback {
  const moment = useRef(within(round, start_ms))
  const [t_ms, setShown] = useState(moment.current)
  const [isPlaying, setPlaying] = useState(options.isPlaying)
  const [speed, setSpeed] = useState(1)
  const [loop, setLoop] = useState<Span | null>(null)
  const drawing = useRef(draw)
  drawing.current = draw

  useEffect(() => {
    if (!isPlaying) return
    let last = performance.now()
    let shown = last
    let frame = requestAnimationFrame(function next(time) {
      moment.current = momentAfter(
        moment.current,
        Math.min(Math.max(time - last, 0), LONGEST_FRAME_MS),
        speed,
        round,
        loop,
      )
      last = time
      drawing.current(moment.current)
      if (time - shown >= SHOWN_EVERY_MS) {
        shown = time
        setShown(moment.current)
      }
      const hasEnded = moment.current >= round.to_ms
      if (hasEnded) setPlaying(false)
      else frame = requestAnimationFrame(next)
    })
    return () => {
      cancelAnimationFrame(frame)
      setShown(moment.current)
    }
  }, [isPlaying, speed, loop])

  const jump = (to_ms: number) => {
    moment.current = within(round, to_ms)
    setShown(moment.current)
    drawing.current(moment.current)
  }
  return {
    ...{ t_ms, isPlaying, speed, loop, setSpeed, setLoop, jump },
    now: () => moment.current,
    play(isToPlay) {
      // from the end it begins anew
      if (isToPlay && moment.current >= round.to_ms) jump(round.from_ms)
      setPlaying(isToPlay)
    },
  }
}

import type { RefObject } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { ReplayView } from '../../replay-view.ts'
import { type Hands, handsOn } from './hands.ts'
import { type Stage, stageOf } from './stage.ts'
import type { Tape } from './tape.ts'

interface StageOptions extends Hands {
  readonly canvas: RefObject<HTMLCanvasElement | null>
  readonly tape: Tape
  /** What of the map is seen at first; null: all of it. */
  readonly start: ReplayView | null
}

/** The stage on a canvas, which follows its size and theme, and the hands of the reader. */
export function useStage({ canvas, tape, start, ...options }: StageOptions): {
  readonly stage: RefObject<Stage | null>
  /** The player under the pointer. */
  readonly hovered: number | null
} {
  const stage = useRef<Stage>(null)
  const [hovered, setHovered] = useState<number | null>(null)
  const current = useRef(options)
  current.current = options

  useLayoutEffect(() => {
    const element = canvas.current
    if (element === null) return
    const made = stageOf(element, tape, start)
    stage.current = made
    const resize = () => {
      made.resize()
      current.current.redraw()
    }
    const observer = new ResizeObserver(resize)
    observer.observe(element)
    const theme = matchMedia('(prefers-color-scheme: light)')
    theme.addEventListener('change', resize)
    const letGo = handsOn(element, made, current, setHovered)
    return () => {
      observer.disconnect()
      theme.removeEventListener('change', resize)
      letGo()
    }
  }, [tape])
  return { stage, hovered }
}

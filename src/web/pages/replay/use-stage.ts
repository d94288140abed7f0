import type { RefObject } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { type Hands, handsOn, type Point } from '../../camera/hands.ts'
import type { MapView } from '../../map-view.ts'
import { type Stage, stageOf } from './stage.ts'
import type { Tape } from './tape.ts'

interface StageOptions extends Pick<Hands, 'redraw' | 'onPan' | 'onView'> {
  readonly onPick: (player: number) => void
  readonly canvas: RefObject<HTMLCanvasElement | null>
  readonly tape: Tape
  /** What of the map is seen at first; null: all of it. */
  readonly start: MapView | null
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
    const playerAt = (at: Point | null) => (at === null ? null : made.playerAt(at.x, at.y))
    const letGo = handsOn(element, made, {
      get current(): Hands {
        return {
          ...current.current,
          onPick: (at) => {
            const player = playerAt(at)
            if (player !== null) current.current.onPick(player)
          },
          onHover: (at) => setHovered(playerAt(at)),
        }
      },
    })
    return () => {
      observer.disconnect()
      theme.removeEventListener('change', resize)
      letGo()
    }
  }, [tape])
  return { stage, hovered }
}

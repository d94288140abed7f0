import { useLayoutEffect, useRef } from 'preact/hooks'
import { type Act, actOf } from './keys.ts'

/** Calls `act` for the keys of the replay, wherever the focus is, unless somebody writes or chooses there. */
export function useKeys(act: (act: Act) => void): void {
  const current = useRef(act)
  current.current = act
  useLayoutEffect(() => {
    const follow = (event: KeyboardEvent) => {
      const found = actOf(event)
      if (found === null || belongsElsewhere(event.target, found)) return
      event.preventDefault()
      current.current(found)
    }
    addEventListener('keydown', follow)
    return () => removeEventListener('keydown', follow)
  }, [])
}

/** True if the element with the focus needs the key: a list all of them, a button the space bar. */
function belongsElsewhere(target: EventTarget | null, { act }: Act): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.matches('select, textarea, input:not([type=range])')) return true
  return act === 'play' && target.matches('button, a, summary')
}

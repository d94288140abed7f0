import { zoomOf } from '../../camera/zoom-keys.ts'

/** What a key does to the replay. */
export type Act =
  | { readonly act: 'play' | 'follow' | 'loop' | 'help' | 'closer' | 'farther' | 'whole' }
  | { readonly act: 'jump'; readonly by_ms: number }
  | { readonly act: 'step'; readonly direction: 1 | -1 }
  | { readonly act: 'speed'; readonly number: number }

type Key = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'>

const JUMP_MS = 5000
const SMALL_JUMP_MS = 1000

/** Every key and what it does, for the help. */
export const KEYS: readonly (readonly [keys: string, about: string])[] = [
  ['Space', 'play or pause'],
  ['← →', '5 seconds back or on; with Shift 1 second'],
  [', .', 'one sample back or on'],
  ['1 to 9', 'speed, from 0.25 to 8 times'],
  ['F', 'follow the player in the middle, or nobody'],
  ['L', 'repeat the fight of this moment, or go on'],
  ['+ −', 'closer or farther'],
  ['0', 'all of the map'],
  ['?', 'this list'],
]

/** What a key does; null: nothing here. */
export function actOf({ key, shiftKey, ctrlKey, altKey, metaKey }: Key): Act | null {
  if (ctrlKey || altKey || metaKey) return null
  if (key === ' ') return { act: 'play' }
  if (key === 'f' || key === 'F') return { act: 'follow' }
  if (key === 'l' || key === 'L') return { act: 'loop' }
  if (key === '?') return { act: 'help' }
  const zoom = zoomOf(key)
  if (zoom !== null) return { act: zoom }
  if (key === ',') return { act: 'step', direction: -1 }
  if (key === '.') return { act: 'step', direction: 1 }
  const by_ms = shiftKey ? SMALL_JUMP_MS : JUMP_MS
  if (key === 'ArrowLeft') return { act: 'jump', by_ms: -by_ms }
  if (key === 'ArrowRight') return { act: 'jump', by_ms }
  return /^[1-9]$/.test(key) ? { act: 'speed', number: Number(key) } : null
}

import { decodePath, type LifePath } from '../../contract/packed-path.ts'
import type { Round } from './use-round.ts'

type Track = Round['tracks'][number]

const decoded = new WeakMap<Track, LifePath>()

/** The way of a life, unpacked once: of a full server that is half a million samples, and three parts of a page ask. */
export function wayOf(track: Track): LifePath {
  const known = decoded.get(track)
  if (known !== undefined) return known
  const way = decodePath(track.path)
  decoded.set(track, way)
  return way
}

import { useEffect, useState } from 'preact/hooks'
import { server } from '../../answer/server.ts'
import { sourceOf } from '../../answer/source.ts'
import { useAnswer } from '../../answer/use-answer.ts'
import { usePages } from '../../answer/use-pages.ts'
import type { MapAddress } from '../../map-address.ts'
import type { Place } from './draw-map.ts'

/** Lines at most: more are only a haze. */
const LINES = 1500

/** All that the page of a map asks. Layers of cells share one answer; lines and a cell are asked for when shown. */
export function useMap(address: MapAddress, chosen: Place | null) {
  const { map_name, file, scope, filter, layer, cell_units } = address
  const source = sourceOf(file)
  const { map_name: _, ...rounds } = scope
  const params = { map_name }
  const query = { ...rounds, ...filter }
  const question = JSON.stringify([file, map_name, query])
  const listed = usePages(file === null ? `${map_name} ${JSON.stringify(rounds)}` : null, (cursor, signal) =>
    server.get('/api/proximity/rounds', { query: { ...rounds, map_name, cursor }, signal }),
  )
  const floor = useAnswer(`${file} ${map_name}`, (signal) =>
    source.get('/api/proximity/maps/:map_name/floor', { params, signal }),
  )
  const map = useAnswer(`${question} ${cell_units}`, (signal) =>
    source.get('/api/proximity/maps/:map_name', { params, query: { ...query, cell_units }, signal }),
  )
  const kills = useAnswer(layer === 'lines' ? question : null, (signal) =>
    source.get('/api/proximity/maps/:map_name/kills', { params, query: { ...query, limit: LINES }, signal }),
  )
  const cell = useAnswer(chosen === null ? null : `${question} ${cell_units} ${JSON.stringify(chosen)}`, (signal) =>
    source.get('/api/proximity/maps/:map_name/cell', { params, query: { ...query, cell_units, ...chosen }, signal }),
  )
  return { listed, floor, map, kills, cell }
}

/** A picture once it is loaded; null until then, and without one. */
export function usePicture(url: string | null): HTMLImageElement | null {
  const [loaded, setLoaded] = useState<HTMLImageElement | null>(null)
  useEffect(() => {
    setLoaded(null)
    if (url === null) return
    const image = new Image()
    image.onload = () => setLoaded(image)
    image.src = url
    return () => {
      image.onload = null
    }
  }, [url])
  return loaded
}

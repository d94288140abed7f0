import { useEffect, useState } from 'preact/hooks'
import { readableText } from '../../format/file-text.ts'
import type { Place } from '../address.ts'
import { server } from '../answer/server.ts'
import { type Answer, useAnswer } from '../answer/use-answer.ts'
import { addressOfMap } from '../map-address.ts'
import { plainName } from '../names/colour-codes.ts'
import { addressOfPlayer } from '../player-address.ts'
import { ALL_DAYS, NO_SCOPE } from '../scope/scope.ts'

/** One line of the list below the field. */
export interface Found {
  readonly key: string
  readonly kind: 'player' | 'map'
  readonly words: string
  /** The name that it was found by, where it is another one. */
  readonly also: string | null
  readonly to: Place
}

/** Typing goes on for so long without a question, ms. */
const PAUSE_MS = 150
const PLAYERS = 8
const MAPS = 4

/** People by any name they used and maps, of all days; asks when the typing pauses. */
export function useFound(typed: string): Answer<{ readonly found: readonly Found[] }> {
  const wanted = usePaused(typed.trim())
  const query = { range_days: ALL_DAYS, search: wanted, limit: PLAYERS }
  const players = useAnswer(wanted === '' ? null : wanted, (signal) =>
    server.get('/api/proximity/players', { query, signal }),
  )
  const maps = useAnswer(wanted === '' ? null : 'maps', (signal) =>
    server.get('/api/proximity/maps', { query: { range_days: ALL_DAYS }, signal }),
  )
  if (players.state !== 'here') return players
  if (maps.state !== 'here') return maps
  const people = players.data.players.map(({ guid, name, matched_name }): Found => {
    const also = matched_name === null ? null : plainName(matched_name, guid)
    return { key: guid, kind: 'player', words: plainName(name, guid), also, to: addressOfPlayer(guid) }
  })
  const places = maps.data.maps
    .map(({ map_name }) => ({ map_name, words: readableText(map_name) }))
    .filter(({ words }) => words.toLowerCase().includes(wanted.toLowerCase()))
    .slice(0, MAPS)
    .map(({ map_name, words }): Found => {
      return { key: `map ${map_name}`, kind: 'map', words, also: null, to: addressOfMap(map_name, NO_SCOPE) }
    })
  return { state: 'here', data: { found: [...people, ...places] } }
}

function usePaused(value: string): string {
  const [paused, setPaused] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [value])
  // an emptied field needs no wait
  return value === '' ? '' : paused
}

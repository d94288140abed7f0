import type { ReplyAt } from '../../../contract/client.ts'
import { server } from '../../answer/server.ts'
import { useAnswer } from '../../answer/use-answer.ts'
import type { PlayerAddress } from '../../player-address.ts'

export type Profile = ReplyAt<'/api/proximity/players/:guid'>
export type Style = ReplyAt<'/api/proximity/players/:guid/style'>
export type Trends = ReplyAt<'/api/proximity/players/:guid/trend'>
export type Dangers = ReplyAt<'/api/proximity/players/:guid/dangers'>

/** All that the page of a player asks. */
export function usePlayer({ guid, scope: query }: PlayerAddress) {
  const question = JSON.stringify([guid, query])
  const params = { guid }
  const profile = useAnswer(question, (signal) => server.get('/api/proximity/players/:guid', { params, query, signal }))
  const style = useAnswer(question, (signal) =>
    server.get('/api/proximity/players/:guid/style', { params, query, signal }),
  )
  const trends = useAnswer(question, (signal) =>
    server.get('/api/proximity/players/:guid/trend', { params, query, signal }),
  )
  const dangers = useAnswer(question, (signal) =>
    server.get('/api/proximity/players/:guid/dangers', { params, query, signal }),
  )
  return { profile, style, trends, dangers }
}

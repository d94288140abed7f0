import type { ReplyAt } from '../../../contract/client.ts'
import { readableText } from '../../../format/file-text.ts'
import { dayAndClock } from '../../when.ts'

export type LedgerFile = ReplyAt<'/api/proximity/files'>['files'][number]
type Tracker = NonNullable<LedgerFile['tracker']>

/** When a file came, from where, and how much of the round it holds. */
export function originWords({ imported_at, server, completeness }: LedgerFile): string {
  return [dayAndClock(imported_at), readableText(server), completeness ?? ''].filter((part) => part !== '').join(' · ')
}

/** Which tracker wrote a file, and how it was set. */
export function trackerWords({ name, version, build_hash, changed_settings }: Tracker): string {
  const words = [
    name === null ? 'A tracker that does not name itself' : readableText(`${name} ${version ?? ''}`.trim()),
  ]
  if (build_hash !== null) words.push(`build ${readableText(build_hash)}`)
  if (changed_settings === null) words.push('its settings are not stated')
  // the server's name is shown beside the file
  const changed = (changed_settings ?? []).filter((setting) => setting.name !== 'server_name')
  const told = changed.map((setting) => readableText(`${setting.name} ${setting.value}`)).join(', ')
  if (changed_settings !== null) words.push(told === '' ? 'set as it comes' : `set otherwise: ${told}`)
  return words.join(' · ')
}

/** Why a file is not as it should be, in a sentence. */
export function reasonWords(state: LedgerFile['state'], reason: string): string {
  const sentence = `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`
  return state === 'imported' ? `It is incomplete and counts for nothing: ${reason}.` : sentence
}

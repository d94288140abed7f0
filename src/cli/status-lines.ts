import type { ReplyAt } from '../contract/client.ts'
import { clockText } from './clock-text.ts'
import { age } from './doctor/age.ts'
import { counted, printable } from './printable.ts'

type Status = ReplyAt<'/api/status'>
type Rounds = ReplyAt<'/api/proximity/rounds'>['rounds']

/** The state of an instance for people. */
export function statusLines(status: Status, rounds: Rounds, now: number): string[] {
  const { counts, newest_file, importer } = status
  const lines = [
    `${printable(status.instance_name)} ${status.version} (${status.instance_role}), ${status.status}, database ${status.engine}`,
  ]
  if (counts !== null) {
    const { imported, superseded, rejected } = counts.files
    lines.push(
      `rounds    ${counted(counts.rounds, 'round')}, ${counts.excluded_rounds} of them left out of statistics`,
      `people    ${counts.people}, in ${counted(counts.fights, 'fight')}`,
      `files     ${imported} imported, ${superseded} superseded, ${rejected} rejected`,
    )
  }
  if (newest_file !== null) {
    const { name, state, imported_at } = newest_file
    lines.push(`newest    ${printable(name)}, ${state} ${ago(imported_at, now)}`)
  }
  lines.push(`importer  ${importer === null ? 'no server is running here' : importerText(importer, now)}`)
  for (const { id, map_name, round_number, round_date, round_time, exclusion } of rounds) {
    const left = exclusion === null ? '' : ` (left out: ${exclusion})`
    lines.push(
      `round ${id}  ${round_date} ${clockText(round_time)}  ${printable(map_name)}, round ${round_number}${left}`,
    )
  }
  return lines
}

function importerText({ busy, failing, last_scan_at }: NonNullable<Status['importer']>, now: number): string {
  const state = failing ? 'failing (see the log of the server)' : busy ? 'busy' : 'idle'
  return `${state}, ${last_scan_at === null ? 'no scan yet' : `last scan ${ago(last_scan_at, now)}`}`
}

function ago(time: string, now: number): string {
  return `${age(Date.parse(time), now)} ago`
}

import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseFileName } from '../../format/file-name.ts'
import type { FoundFile } from '../../importer/find-files.ts'
import { instantOf, localTime } from '../../metrics/time-zone.ts'
import { FormatError } from '../../parser/format-error.ts'
import { parseRound } from '../../parser/parse-round.ts'
import { MIGRATIONS } from '../../store/migrate.ts'
import type { Settings } from '../settings/table.ts'
import { about, type Finding } from './finding.ts'

// the tracker names a file some seconds after the end that it writes into it
const TOLERANCE_S = 600

/** This machine's clock, and whether the game server's clock runs in the time zone of the settings. */
export function checkClock({ timeZone }: Settings, newest: FoundFile | undefined): Finding[] {
  const clock = about('clock')
  const now = Date.now()
  const made = MIGRATIONS.at(-1)?.name.slice(0, 10) ?? ''
  const { date, time } = localTime(Math.floor(now / 1000), timeZone)
  const shown = `${date} ${time.slice(0, 2)}:${time.slice(2, 4)}`
  return [
    now < Date.parse(made)
      ? clock.problem(
          `this machine's clock says ${shown}, before this version was made`,
          'set the clock: rounds from the future are left out of all statistics',
        )
      : clock.ok(`it is ${shown} in ${timeZone}`),
    ...(newest === undefined ? [] : checkZone(timeZone, newest)),
  ]
}

/** Compares the local time in a file's name with the instant in its header. */
function checkZone(timeZone: string, newest: FoundFile): Finding[] {
  const zone = about('time zone')
  const name = parseFileName(basename(newest.path))
  const end = endOf(newest)
  if (name === undefined || end === null) return []
  const off = instantOf(name.date, name.time, timeZone) - end
  if (Math.abs(off) <= TOLERANCE_S) return [zone.ok(`the game server's clock runs in ${timeZone}`)]
  const hours = (Math.round(off / 360) / 10).toString()
  return [
    zone.warning(
      `the clock in the newest file's name is ${hours} hours off from ${timeZone}`,
      "set PROXIMITY_TIME_ZONE to the game server's time zone; without it rounds of old trackers are misplaced",
    ),
  ]
}

function endOf({ path }: FoundFile): number | null {
  try {
    return parseRound(readFileSync(path)).round.header.round_end_unix
  } catch (error) {
    // no round file, or not readable: the check of the folder tells
    if (error instanceof FormatError || (error as NodeJS.ErrnoException).code !== undefined) return null
    throw error
  }
}

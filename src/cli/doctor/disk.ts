import { statfsSync } from 'node:fs'
import type { Settings } from '../settings/table.ts'
import { existingFolder, refusal } from './access.ts'
import { about, type Finding } from './finding.ts'

const MB = 1_000_000
const LITTLE_MB = 1_000
const TOO_LITTLE_MB = 200

/** The folder of the embedded database. */
export function checkDataFolder({ databaseUrl, dataFolder }: Settings): Finding[] {
  if (databaseUrl !== '') return []
  const folder = about('data folder')
  const disk = about('disk')
  const there = existingFolder(dataFolder)
  const refused = refusal(there, 'write')
  const { bavail, bsize } = statfsSync(there)
  const free = Math.floor((bavail * bsize) / MB)
  const room = `${free.toLocaleString('en')} MB free in ${there}`
  const more = 'make room, or move PROXIMITY_DATA_DIR to a larger disk'
  return [
    refused === undefined
      ? folder.ok(dataFolder)
      : folder.problem(`${there}: ${refused}`, 'give this user the right, or change PROXIMITY_DATA_DIR'),
    free < TOO_LITTLE_MB ? disk.problem(room, more) : free < LITTLE_MB ? disk.warning(room, more) : disk.ok(room),
  ]
}

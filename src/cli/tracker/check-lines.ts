import type { SensorState } from '../../format/header.ts'
import { printable } from '../printable.ts'
import type { FileCheck, SensorCheck } from './file-check.ts'

const STATES: readonly SensorState[] = ['on', 'off', 'failed', 'unknown']

/** A check for people: everything about the file, and each sensor that is not simply on. */
export function checkLines(check: FileCheck): string[] {
  const { sensors, server_name, engine_version, lua_version } = check
  const widest = Math.max(...sensors.map(({ sensor }) => sensor.length))
  const counts = STATES.flatMap((state) => {
    const count = sensors.filter((sensor) => sensor.state === state).length
    return count === 0 ? [] : [`${count} ${state}${state === 'unknown' ? ' (the file does not declare them)' : ''}`]
  })
  return [
    printable(check.file),
    `  written by  ${printable(writerOf(check))}`,
    ...(server_name === null ? [] : [`  server      ${printable(server_name)}`]),
    ...(engine_version === null ? [] : [`  engine      ${printable(engine_version)}, ${printable(lua_version ?? '')}`]),
    `  file        ${printable(completenessOf(check))}`,
    ...settingLines(check),
    `  sensors     ${counts.join(', ')}`,
    ...sensors.flatMap((sensor) => {
      const remarks = remarksOn(sensor)
      const plain = sensor.state === 'unknown' || (sensor.state === 'on' && remarks === '')
      return plain ? [] : [`    ${printable(sensor.sensor).padEnd(widest)}  ${sensor.state}${printable(remarks)}`]
    }),
    ...constantLines(check),
  ]
}

function writerOf({ tracker, version, build, build_exact, build_hash }: FileCheck): string {
  const judged = `build ${build}${build_exact ? '' : ' or later'}`
  if (tracker === null)
    return `${judged} of the original tracker, ${version === null ? 'by what is in the file' : `which calls itself ${version}`}`
  return `${version ?? tracker}${build_hash === null ? '' : `, build ${build_hash}`}`
}

function completenessOf({ completeness, incomplete_because: why }: FileCheck): string {
  if (completeness === 'complete') return 'complete'
  if (completeness === 'unverified') return 'without a trailer, so that nothing tells whether it is complete'
  return `INCOMPLETE${why === null ? '' : `: ${why}`}`
}

function settingLines({ settings_hash, changed_settings }: FileCheck): string[] {
  if (changed_settings === null) return ['  settings    the file does not state them']
  const hash = settings_hash === null ? '' : `${settings_hash}, `
  if (changed_settings.length === 0) return [`  settings    ${printable(hash)}all as they are without a config`]
  return [
    `  settings    ${printable(hash)}different from those without a config:`,
    ...changed_settings.map(({ name, value, default: standard }) => {
      const was = standard === null ? '' : `  (without a config ${standard === '' ? 'empty' : standard})`
      return `    ${printable(name)}  ${value === '' ? 'empty' : printable(value)}${was}`
    }),
  ]
}

function constantLines({ constant_columns }: FileCheck): string[] {
  if (constant_columns.length === 0) return []
  return [
    '  same value  in every row; if it should vary, the tracker may read a wrong field:',
    ...constant_columns.map(
      ({ section, column, value, rows }) => `    ${section}.${column}  ${value ?? 'empty'} in ${rows} rows`,
    ),
  ]
}

function remarksOn({
  state,
  rows,
  rejected_rows,
  refused_reads,
  interval_ms,
  longest_interval_ms,
  reason,
}: SensorCheck): string {
  const late = interval_ms !== null && longest_interval_ms !== null && longest_interval_ms > 2 * interval_ms
  return [
    ...(state === 'failed' && rows > 0 ? [`${rows} rows all the same`] : []),
    ...(rejected_rows ? [`${rejected_rows} rows could not be written`] : []),
    ...(refused_reads ? [`${refused_reads} reads that the engine refused`] : []),
    ...(late ? [`looked after ${longest_interval_ms} ms at worst, not ${interval_ms}`] : []),
    ...(reason === null ? [] : [reason]),
  ]
    .map((remark, i) => `${i === 0 ? ': ' : '; '}${remark}`)
    .join('')
}

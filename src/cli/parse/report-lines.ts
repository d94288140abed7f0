import { basename } from 'node:path'
import { parseFileName } from '../../format/file-name.ts'
import { clockText } from '../clock-text.ts'
import { counted, printable } from '../printable.ts'
import type { FileReport } from './file-report.ts'

const SHOWN_PROBLEMS = 10

/** A report for people. */
export function reportLines(report: FileReport): string[] {
  const { engagements, crossfires, killed, escaped, problems, problem_count } = report
  const build = `format ${report.format}, build ${report.build}${report.build_exact ? '' : ' or later'}`
  const lines = [
    printable(report.file),
    `  round        ${printable(report.map ?? 'unknown map')}, round ${report.round_number ?? 'unknown'}`,
    `  played       ${playedAt(report)}`,
    `  file         ${build}, ${completeness(report)}`,
    `  engagements  ${engagements}: ${killed} killed, ${escaped} escaped`,
    `  crossfires   ${crossfires}${engagements === 0 ? '' : ` (${Math.round((100 * crossfires) / engagements)} %)`}`,
    `  players      ${report.players}`,
    `  problems     ${problem_count === 0 ? 'none' : problem_count}`,
  ]
  for (const { line, section, reason } of problems.slice(0, SHOWN_PROBLEMS)) {
    lines.push(`    ${line === 0 ? section : `line ${line}, ${printable(section)}`}: ${printable(reason)}`)
  }
  const more = problem_count - Math.min(SHOWN_PROBLEMS, problems.length)
  if (more > 0) lines.push(`    and ${counted(more, 'more one', 'more')} (see --json)`)
  return lines
}

function completeness({ completeness: word, problems }: FileReport): string {
  if (word === 'complete') return 'complete'
  if (word === 'unverified') return 'without a trailer, so that nothing tells whether it is complete'
  const why = problems.find(({ section }) => section === 'file')?.reason
  return `INCOMPLETE${why === undefined ? '' : `: ${printable(why)}`}`
}

function playedAt({ file, round_start_unix: start, round_end_unix: end }: FileReport): string {
  if (start !== null && end !== null && end >= start) {
    const seconds = end - start
    return `${utc(start)}, ${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')} minutes`
  }
  if (start !== null) return utc(start)
  const name = parseFileName(basename(file))
  return name === undefined ? 'unknown' : `until ${name.date} ${clockText(name.time)}, the game server's time`
}

function utc(unix: number): string {
  return `${new Date(unix * 1000).toISOString().slice(0, 19).replace('T', ' ')} UTC`
}

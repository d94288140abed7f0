import type { Context } from '../context.ts'
import { checkClock } from '../doctor/clock.ts'
import { checkDatabase } from '../doctor/database.ts'
import { checkDataFolder } from '../doctor/disk.ts'
import type { Finding } from '../doctor/finding.ts'
import { checkImportFolder } from '../doctor/import-folder.ts'
import { checkPort } from '../doctor/port.ts'
import { checkProgram } from '../doctor/program.ts'
import { checkSettings } from '../doctor/settings.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { counted } from '../printable.ts'
import { whatRuns } from '../running-server.ts'
import { readSettings } from '../settings/read.ts'

/** Checks the whole way from a file to the page; a problem makes it fail. */
export async function doctor(context: Context): Promise<ExitCode> {
  const read = readSettings(context.environment, context.folder)
  const { settings } = read
  const running = await whatRuns(settings)
  const findings: Finding[] = []
  const report = (found: readonly Finding[]) => {
    for (const { level, about, says, todo } of found) {
      context.print(`${level.padEnd(8)} ${about}: ${says}${todo === undefined ? '' : `; ${todo}`}`)
    }
    findings.push(...found)
  }
  report(checkProgram())
  report(checkSettings(read))
  report(checkDataFolder(settings))
  report(await checkDatabase(settings, running))
  const [folder, newest] = await checkImportFolder(settings)
  report(folder)
  report(checkClock(settings, newest))
  report(await checkPort(settings, running))
  const problems = findings.filter(({ level }) => level === 'problem').length
  const warnings = findings.filter(({ level }) => level === 'warning').length
  context.print(
    problems + warnings === 0
      ? 'everything is in order'
      : `${counted(problems, 'problem')}, ${counted(warnings, 'warning')}`,
  )
  return problems > 0 ? EXIT.failed : EXIT.done
}

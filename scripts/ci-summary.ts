// Prints "N passed, N failed" over the test reports in a directory, for tools that read the last line of a run.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

interface Report {
  numPassedTests: number
  numFailedTests: number
  testResults: { status: string; assertionResults: { status: string }[] }[]
}

const [directory = '.'] = process.argv.slice(2)
let passed = 0
let failed = 0
for (const name of readdirSync(directory)) {
  const report: Report = JSON.parse(readFileSync(join(directory, name), 'utf8'))
  passed += report.numPassedTests
  failed += report.numFailedTests
  // a file that does not load has no tests to count
  for (const file of report.testResults) {
    if (file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed')) failed += 1
  }
}
console.log(`${passed} passed, ${failed} failed`)

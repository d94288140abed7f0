import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { preactJsx } from './vite.config.ts'

const reports = process.env.TEST_REPORTS

const needsDatabase = ['{src,tests}/**/*.db.test.ts']
const needsBrowser = ['tests/browser/**/*.browser.test.ts']
// the same cases of every property for everybody
const setupFiles = ['tests/support/property-seed.ts']
const conformance = ['tests/conformance/**/*.test.ts']

// left to itself the runner keeps one processor free, of two
const maxWorkers = Math.max(2, availableParallelism() - 1)

export default defineConfig({
  test: {
    // one file per run, because npm test is several runs
    reporters: reports ? ['default', ['json', { outputFile: `${reports}/${process.pid}.json` }]] : ['default'],
    projects: [
      {
        oxc: preactJsx,
        test: {
          name: 'unit',
          setupFiles,
          testTimeout: 30_000,
          include: ['{src,tests}/**/*.test.{ts,tsx}'],
          exclude: [...needsDatabase, ...needsBrowser, ...conformance],
          isolate: false,
          maxWorkers,
        },
      },
      {
        test: {
          name: 'db',
          setupFiles,
          include: needsDatabase,
          exclude: conformance,
          globalSetup: 'tests/support/global-setup.ts',
          isolate: false,
          maxWorkers,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: needsBrowser,
          globalSetup: 'tests/browser/global-setup.ts',
          // a busy machine may paint too late for a test that does not wait; vitest names what needed a second try
          retry: 1,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'conformance',
          setupFiles,
          include: conformance,
          globalSetup: 'tests/support/global-setup.ts',
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})

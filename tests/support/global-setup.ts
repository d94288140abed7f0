import type { TestProject } from 'vitest/node'
import { startPostgres } from './postgres-server.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** A PostgreSQL server that the tests may fill; each test file makes a schema or database of its own. */
    databaseUrl: string
  }
}

/** One server for the whole run: the one in TEST_DATABASE_URL, else one that is started here. */
export default async function globalSetup(project: TestProject) {
  const given = process.env.TEST_DATABASE_URL
  if (given) {
    project.provide('databaseUrl', given)
    return
  }
  const server = await startPostgres()
  project.provide('databaseUrl', server.url)
  return server.stop
}

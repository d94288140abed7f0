import type { TestProject } from 'vitest/node'
import { builtPage } from './installation.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder of the page, built for this run, so that no test sees an older one. */
    pageFolder: string
  }
}

/** One page for all browser tests: building it takes longer than most of them. */
export default async function globalSetup(project: TestProject) {
  const { folder, drop } = await builtPage()
  project.provide('pageFolder', folder)
  return drop
}

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import manifest from '../../../package.json' with { type: 'json' }
import { about, type Finding } from './finding.ts'

const ROOT = join(import.meta.dirname, '../../..')

/** Node, and the page's files. */
export function checkProgram(): Finding[] {
  const { dependencies, version } = manifest
  const node = about('node')
  const pinned = process.versions.node === dependencies.node
  const page = about('page')
  return [
    about('version').ok(version),
    pinned
      ? node.ok(process.versions.node)
      : node.warning(
          `${process.versions.node}, and this version is tested with ${dependencies.node}`,
          `run npm ci in ${ROOT}`,
        ),
    existsSync(join(ROOT, 'dist/web/index.html'))
      ? page.ok('built')
      : page.warning('it is not built', `run npm run build in ${ROOT}`),
  ]
}

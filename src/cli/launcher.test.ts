import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { inFolder } from './cli.fixtures.ts'

const ROOT = join(import.meta.dirname, '../..')
const run = (program: string) => spawnSync(program, ['--version'], { encoding: 'utf8' })

test('a linked project runs from below node_modules', async () => {
  await inFolder(async (folder) => {
    const modules = join(folder, 'node_modules')
    mkdirSync(join(modules, '.bin'), { recursive: true })
    symlinkSync(ROOT, join(modules, 'proximity'))
    symlinkSync('../proximity/proximity', join(modules, '.bin/proximity'))
    for (const program of ['proximity/proximity', '.bin/proximity']) {
      expect(run(join(modules, program))).toMatchObject({ status: 0, stdout: `${manifest.version}\n`, stderr: '' })
    }
  })
})

test('a copy below node_modules, which cannot run, says so and where to read on', async () => {
  await inFolder(async (folder) => {
    const copy = join(folder, 'node_modules/proximity')
    mkdirSync(copy, { recursive: true })
    copyFileSync(join(ROOT, 'proximity'), join(copy, 'proximity'))
    const { status, stdout, stderr } = run(join(copy, 'proximity'))
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(/^proximity: Node runs no TypeScript below a folder node_modules, .*operations\.md\n$/)
  })
})

import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { inFolder, runHere } from '../cli.fixtures.ts'

const HEADER = '["h",1,{"sc":[],"vec":[],"arr":[],"ent":[],"entvec":[],"unix":1771445400}]\n'
const WARMUP = `${HEADER}["cv","gamestate","2"]
["c","et_InitGame",0,100,0,7,0]
["c","et_RunFrame",0,100,0]
["c","et_ShutdownGame",0,150,1]
`

/** Runs the command on a folder with these files. */
async function replayed(files: Readonly<Record<string, string | Uint8Array>>, ...options: readonly string[]) {
  return await inFolder(async (folder) => {
    mkdirSync(join(folder, 'recording'))
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, 'recording', name), content)
    const ran = await runHere(['tracker', 'replay', 'recording', '--out', 'out', ...options], { folder })
    return { ...ran, wrote: existsSync(join(folder, 'out')) }
  })
}

test('a recording without a round is played, and it is said that nothing was written', async () => {
  const ran = await replayed({ 'trace-00.jsonl.gz': gzipSync(WARMUP), 'trace-01.jsonl': WARMUP })
  expect(ran).toMatchObject({ exitCode: 0, wrote: false })
  expect(ran.out).toMatch(/^trace-00\.jsonl\.gz {2}\d+ bytes\ntrace-01\.jsonl {2}\d+ bytes\n$/)
  expect(ran.err).toContain('no map.json in recording: the tracker sees through walls')
  expect(ran.err).toContain('the tracker wrote no file')
})

test.each<[string, Readonly<Record<string, string>>, RegExp]>([
  ['a folder without traces', { 'round.txt': '' }, /no traces in recording: a recording is a folder with trace-00/],
  ['a damaged trace', { 'trace-00.jsonl.gz': 'x' }, /trace-00\.jsonl\.gz: the file is damaged/],
  ['a file that is no trace', { 'trace-00.jsonl': '{}\n' }, /trace-00\.jsonl, line 1: no list in JSON/],
  ['a trace that is cut', { 'trace-00.jsonl': `${HEADER}["c"` }, /trace-00\.jsonl, line 2: no list in JSON/],
  ['a map that is none', { 'trace-00.jsonl': WARMUP, 'map.json': '[]' }, /map\.json: this is no list of a map's/],
])('%s is told in a sentence', async (_, files, message) => {
  const ran = await replayed(files)
  expect(ran).toMatchObject({ exitCode: 1, wrote: false })
  expect(ran.err).toMatch(message)
  expect(ran.err).not.toContain('unexpected')
})

test('a folder that is not there, and a call without --out, are told', async () => {
  const missing = await runHere(['tracker', 'replay', 'nowhere', '--out', 'out'])
  expect(missing).toMatchObject({ exitCode: 1, err: expect.stringContaining('there is no such file or folder') })
  const usage = await runHere(['tracker', 'replay', 'x'])
  expect(usage.exitCode).toBe(2)
  expect(usage.err).toMatch(/required option '--out <folder>' not specified; see proximity tracker replay --help/)
})

import { mkdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { roundFile } from '../../../tests/support/round-files.ts'
import { inFolder, type Ran, runHere, SAMPLES, startProgram } from '../cli.fixtures.ts'

function lines({ out }: Ran): Record<string, unknown>[] {
  return out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}

async function withFile<T>(name: string, bytes: Uint8Array | string, work: (path: string) => Promise<T>): Promise<T> {
  return await inFolder(async (folder) => {
    const path = join(folder, name)
    writeFileSync(path, bytes)
    return await work(path)
  })
}

test('a good file is told as one line of JSON', async () => {
  const { name, bytes } = roundFile({ trailer: true })
  await withFile(name, bytes, async (path) => {
    const ran = await startProgram(['parse', '--json', path]).ended
    expect(ran).toMatchObject({ exitCode: 0, err: '' })
    expect(lines(ran)).toEqual([
      {
        file: path,
        format: 6,
        build: '6.11',
        build_exact: true,
        map: 'supply',
        round_number: 1,
        round_start_unix: 1_771_445_400,
        round_end_unix: 1_771_445_520,
        server_name: null,
        complete: true,
        completeness: 'complete',
        sections: expect.objectContaining({ ENGAGEMENTS: { accepted: 12, reported: 0 } }),
        engagements: 12,
        crossfires: expect.any(Number),
        killed: expect.any(Number),
        escaped: expect.any(Number),
        players: 6,
        problems: [],
        problem_count: 0,
      },
    ])
  })
})

test('a file that is cut is told as incomplete, with the reason, and the exit code is 3', async () => {
  const { name, bytes } = roundFile({ trailer: true })
  await withFile(name, bytes.slice(0, -30), async (path) => {
    const json = await runHere(['parse', '--json', path])
    expect(json.exitCode).toBe(3)
    expect(lines(json)[0]).toMatchObject({ complete: false, completeness: 'incomplete', problem_count: 1 })
    const text = await runHere(['parse', path])
    expect(text.exitCode).toBe(3)
    expect(text.out).toMatch(/file {9}format 6, build 6\.11, INCOMPLETE: the file stops inside its trailer/)
  })
})

test('a row that cannot be read is told with its line', async () => {
  const { name, bytes } = roundFile()
  const text = Buffer.from(bytes).toString().replace('# PLAYER_TRACKS', 'one;two\n# PLAYER_TRACKS')
  await withFile(name, text, async (path) => {
    const [report] = lines(await runHere(['parse', '--json', path]))
    expect(report).toMatchObject({ complete: null, completeness: 'unverified', problem_count: 1 })
    expect(report?.problems).toEqual([
      { line: expect.any(Number), section: 'ENGAGEMENTS', reason: expect.any(String), lost: 'row' },
    ])
    expect((await runHere(['parse', path])).out).toMatch(/problems {5}1\n {4}line \d+, ENGAGEMENTS: /)
  })
})

test('a file that is no round file is told so', async () => {
  await withFile('x_engagements.txt', 'hello\u001b[2J\n', async (path) => {
    const json = await runHere(['parse', '--json', path])
    expect(json.exitCode).toBe(3)
    expect(lines(json)).toEqual([{ file: path, error: expect.stringContaining('no round file') }])
    const text = await startProgram(['parse', path]).ended
    expect(text).toMatchObject({ exitCode: 3, err: '' })
    expect(text.out).toMatch(/not a round: no round file: its first line is/)
    expect(text.out).not.toContain('\u001b')
  })
})

test('a missing file fails with a sentence, after the others', async () => {
  const ran = await startProgram(['parse', '--json', 'nowhere.txt', SAMPLES]).ended
  expect(ran.exitCode).toBe(1)
  expect(ran.err).toMatch(/^proximity: .*nowhere\.txt: there is no such file or folder\n$/)
  expect(lines(ran)).toHaveLength(7)
})

test('a folder stands for its round files, and an empty one is told', async () => {
  await inFolder(async (folder) => {
    mkdirSync(join(folder, 'empty'))
    const ran = await runHere(['parse', 'empty'], { folder })
    expect(ran).toMatchObject({ exitCode: 0, out: '' })
    expect(ran.err).toContain('no round files (*_engagements.txt) in empty')
  })
})

test('the sample rounds are whole and say enough for every page', async () => {
  const reports = lines(await runHere(['parse', '--json', SAMPLES]))
  expect(reports.map(({ build }) => build).sort()).toEqual(['4.2b', '4.2b', '6.11', '6.11', '6.11', '6.11'])
  for (const report of reports) {
    expect(report).toMatchObject({ problem_count: 0, completeness: 'unverified', players: 6 })
    expect([report.killed, report.escaped, report.crossfires].every((count) => Number(count) > 0)).toBe(true)
    expect(basename(String(report.file))).toContain(`${report.map}-round-${report.round_number}`)
  }
})

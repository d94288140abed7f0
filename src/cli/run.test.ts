import { expect, test } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { inFolder, runHere, startProgram } from './cli.fixtures.ts'

const COMMANDS = [
  'parse',
  'import',
  'watch',
  'serve',
  'demo',
  'rebuild',
  'migrate',
  'status',
  'config',
  'doctor',
  'export',
  'delete',
]

test.each(COMMANDS)('%s --help shows an example and the exit codes', async (command) => {
  const { exitCode, out, err } = await runHere([command, '--help'])
  expect([exitCode, err]).toEqual([0, ''])
  expect(out).toContain(`Usage: proximity ${command}`)
  expect(out).toMatch(new RegExp(`Examples?:\n  proximity ${command}`))
  expect(out).toContain('3  done, but some files')
})

test('--help lists every command', async () => {
  const { out } = await runHere(['--help'])
  for (const command of COMMANDS) expect(out).toMatch(new RegExp(`^  ${command}\\b`, 'm'))
})

test('--version is the version of the package', async () => {
  expect(await runHere(['--version'])).toEqual({ exitCode: 0, out: `${manifest.version}\n`, err: '' })
})

test.each([
  [['improt'], "unknown command 'improt' (Did you mean import?); see proximity --help"],
  [['parse', '--jsn', 'x'], "unknown option '--jsn' (Did you mean --json?); see proximity parse --help"],
  [['import'], "missing required argument 'path'; see proximity import --help"],
  [['delete', 'abc'], 'The id of a round is a whole number; see proximity delete --help'],
  [['delete', '12'], 'nobody can be asked whether to delete the round: say so with --yes'],
  [['export'], 'say which rounds: either --round with an id, or --all'],
  [['export', '--all', '--round', '1'], 'say which rounds'],
  [['export', '--all', '--format', 'xml'], 'Allowed are json and csv'],
  [['export', '--all', '--format', 'csv'], 'CSV is one file per view: name a folder for them with --out'],
])('%j is wrong usage', async (args, sentence) => {
  const { exitCode, out, err } = await runHere(args)
  expect([exitCode, out]).toEqual([2, ''])
  expect(err).toMatch(/^proximity: [^\n]*\n$/)
  expect(err).toContain(sentence)
})

test('a wrong setting stops a command with a sentence', async () => {
  const { exitCode, err } = await runHere(['status'], { environment: { PROXIMITY_PORT: 'x', PROXIMITY_PROT: '1' } })
  expect(exitCode).toBe(2)
  expect(err).toBe(
    'proximity: warning: PROXIMITY_PROT is not a setting; did you mean PROXIMITY_PORT?\n' +
      'proximity: PROXIMITY_PORT is "x": allowed is a whole number from 0 to 65535\n',
  )
})

test('the details of an error are shown only on request', async () => {
  const lookFor = { DATABASE_URL: 'postgres://u@127.0.0.1:1/d' }
  const plain = await runHere(['migrate'], { environment: lookFor })
  expect(plain.err).toBe(
    'proximity: nothing answers at 127.0.0.1:1: start the database server, or check DATABASE_URL\n',
  )
  const debug = await runHere(['migrate'], { environment: { ...lookFor, PROXIMITY_DEBUG_LOG: 'true' } })
  expect(debug.err).toMatch(/\n {4}at /)
})

test('config shows every setting with where it comes from, also next to a wrong one', async () => {
  await inFolder(async (folder) => {
    const { exitCode, out, err } = await runHere(['config', '--json'], {
      folder,
      environment: { PROXIMITY_PORT: 'x', PROXIMITY_HOST: '::1' },
    })
    expect(exitCode).toBe(2)
    expect(err).toContain('PROXIMITY_PORT is "x"')
    const settings = JSON.parse(out)
    expect(settings).toContainEqual({ name: 'PROXIMITY_HOST', value: '::1', source: 'environment' })
    expect(settings).toContainEqual({ name: 'PROXIMITY_DATA_DIR', value: `${folder}/data`, source: 'default' })
  })
})

test.each(['status', 'export --all', 'serve --port 1'])(
  '%s without anything leaves no database behind',
  async (line) => {
    await inFolder(async (folder) => {
      const { exitCode, err } = await runHere(line.split(' '), { folder })
      expect(exitCode).toBeGreaterThan(0)
      expect(err).toMatch(/^proximity: (there is no database in|unknown option)/)
    })
  },
)

test('a reader that has enough is no error', async () => {
  const { child, ended } = startProgram(['--help'])
  child.stdout.destroy()
  expect(await ended).toMatchObject({ exitCode: 0, err: '' })
})

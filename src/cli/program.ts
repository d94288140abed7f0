import { Command, InvalidArgumentError } from 'commander'
import manifest from '../../package.json' with { type: 'json' }
import type { Context } from './context.ts'
import { EXIT_CODES_HELP } from './exit-code.ts'

/** The command line: every command with its arguments, options and an example. `done` gets the exit code. */
export function programOf(context: Context, done: (exitCode: number) => void): Command {
  const program = new Command('proximity')
    .description('Reads the round files of an ET:Legacy telemetry tracker and answers questions about them.')
    .version(manifest.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .exitOverride()
  speak(program, context, ['proximity demo', 'proximity serve', 'proximity import rounds/'])

  const command = (name: string, description: string, ...examples: string[]) => {
    const made = program.command(name).description(description).helpOption('-h, --help', 'print this help')
    speak(made, context, examples)
    return made
  }

  command('parse', 'Reads round files and prints what is in them; needs no database.', 'proximity parse rounds/*.txt')
    .argument('<path...>', 'round files, or folders with such files')
    .option('--json', 'print one JSON object per file, one per line')
    .action(async (paths, options) => done(await (await import('./commands/parse.ts')).parse(context, paths, options)))

  command('import', 'Imports round files into the database.', 'proximity import --server scrim-1 rounds/')
    .argument('<path...>', 'round files, or folders with such files')
    .option('--server <name>', 'the game server of files that name none')
    .action(async (paths, options) =>
      done(await (await import('./commands/import.ts')).importFiles(context, paths, options)),
    )

  command('watch', 'Imports what appears in a folder, until it is stopped.', 'proximity watch /srv/et/proximity')
    .argument('<folder>', 'the folder into which the tracker writes')
    .option('--server <name>', 'the game server of files that name none')
    .action(async (folder, options) =>
      done(await (await import('./commands/watch.ts')).watchFolder(context, folder, options)),
    )

  command(
    'serve',
    'Serves the page and the API, and imports what appears in the import folder.',
    'proximity serve',
  ).action(async () => done(await (await import('./commands/serve.ts')).serve(context)))

  command(
    'demo',
    'Serves the page with two evenings of invented players, from a database of its own.',
    'proximity demo',
  ).action(async () => done(await (await import('./commands/demo.ts')).demo(context)))

  command(
    'simulate',
    'Plays evenings of invented players through the tracker and writes their round files, with the truth beside them.',
    'proximity simulate --seed 7 --evenings 10 --players 14 --out season/',
  )
    .option('--seed <number>', 'the same seed plays the same evenings', wholeNumber(0, 2_147_483_647), 7)
    .option('--evenings <count>', 'evenings of 12 to 16 rounds', wholeNumber(1, 1_000), 10)
    .option('--players <count>', 'people in the community', wholeNumber(2, 20), 14)
    .requiredOption('--out <folder>', 'where the files go')
    .action(async (options) => done(await (await import('./commands/simulate.ts')).simulate(context, options)))

  command('rebuild', 'Makes everything that is derived from the rounds again.', 'proximity rebuild --round 12')
    .option('--round <id>', 'only of this round', roundId)
    .action(async (options) => done(await (await import('./commands/rebuild.ts')).rebuildRounds(context, options)))

  command('migrate', 'Brings the database to the schema of this version.', 'proximity migrate').action(async () =>
    done(await (await import('./commands/migrate.ts')).migrateDatabase(context)),
  )

  command('status', 'Prints what is stored and what was imported last.', 'proximity status')
    .option('--json', 'print one JSON object')
    .action(async (options) => done(await (await import('./commands/status.ts')).status(context, options)))

  command('config', 'Prints every setting with its value and where it comes from.', 'proximity config --json')
    .option('--json', 'print one JSON array')
    .action(async (options) => done(await (await import('./commands/config.ts')).config(context, options)))

  command(
    'doctor',
    'Checks everything that has to work, and says what to do about what does not.',
    'proximity doctor',
  ).action(async () => done(await (await import('./commands/doctor.ts')).doctor(context)))

  command(
    'export',
    'Writes rounds as JSON, one object per line, or every SQL view as a CSV file.',
    'proximity export --round 12 --out round.json',
    'proximity export --all --format csv --out tables/',
  )
    .option('--round <id>', 'this round', roundId)
    .option('--all', 'every round')
    .option('--format <format>', 'json or csv', format, 'json')
    .option('--out <path>', 'the file (json) or the folder (csv); standard output if left out (json)')
    .action(async (options) => done(await (await import('./commands/export.ts')).exportRounds(context, options)))

  command('delete', 'Takes a round out of the database, with its files in the ledger.', 'proximity delete 12')
    .argument('<round>', 'the id of the round, as in the address of its page', roundId)
    .option('--yes', 'do not ask')
    .action(async (id, options) => done(await (await import('./commands/delete.ts')).deleteOne(context, id, options)))

  const tracker = program.command('tracker').description('Works with the compiled tracker.').helpCommand(false)
  speak(tracker.helpOption('-h, --help', 'print this help'), context, [
    'proximity tracker install --to /srv/et/legacy',
    'proximity tracker check 2026-02-18-211000-supply-round-1_engagements.txt',
  ])
  const trackerCommand = (name: string, description: string, example: string) => {
    const made = tracker.command(name).description(description).helpOption('-h, --help', 'print this help')
    speak(made, context, [example])
    return made
  }

  trackerCommand(
    'install',
    'Puts the tracker into a game server, or a newer one in its place, and says what to change in the config.',
    'proximity tracker install --to /srv/et/legacy',
  )
    .requiredOption('--to <folder>', "the game server's folder of the mod")
    .action(async (options) =>
      done(await (await import('./commands/tracker-install.ts')).installTracker(context, options)),
    )

  trackerCommand(
    'check',
    'Says which tracker wrote a round file, with which settings, and which of its sensors recorded.',
    'proximity tracker check 2026-02-18-211000-supply-round-1_engagements.txt',
  )
    .argument('<file>', 'a round file of this tracker or of another')
    .option('--json', 'print one JSON object')
    .action(async (file, options) =>
      done(await (await import('./commands/tracker-check.ts')).checkFile(context, file, options)),
    )

  trackerCommand(
    'replay',
    'Plays a recorded match through the compiled tracker and writes the files that it would have written.',
    'proximity tracker replay recording/ --out out/',
  )
    .argument('<folder>', 'the recording: a folder with trace-00.jsonl.gz and so on')
    .requiredOption('--out <folder>', 'where the files go')
    .option('--map <file>', "the map's solid boxes; the recording's map.json if left out")
    .action(async (folder, options) =>
      done(await (await import('./commands/tracker-replay.ts')).replay(context, folder, options)),
    )

  return program
}

/** Lets a command speak through the context: help with examples and exit codes, errors in one sentence. */
function speak(command: Command, { output, errors }: Context, examples: readonly string[]): void {
  const lines = examples.map((example) => `  ${example}`).join('\n')
  command.addHelpText('after', `\n${examples.length === 1 ? 'Example' : 'Examples'}:\n${lines}\n\n${EXIT_CODES_HELP}`)
  const name = nameOf(command)
  command.configureOutput({
    writeOut: (text) => output.write(text),
    writeErr: (text) => errors.write(text),
    getOutHelpWidth: () => 100,
    getErrHelpWidth: () => 100,
    outputError: (text, write) => {
      const sentence = text
        .trim()
        .replace(/^error: /, '')
        .replaceAll('\n', ' ')
        .replace(/\.$/, '')
      write(`proximity: ${sentence}; see ${name} --help\n`)
    },
  })
}

/** With the commands above it. */
function nameOf(command: Command): string {
  return command.parent === null ? command.name() : `${nameOf(command.parent)} ${command.name()}`
}

function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const number = /^\d{1,10}$/.test(text) ? Number(text) : -1
    if (number < least || number > most) throw new InvalidArgumentError(`Allowed is ${least} to ${most}.`)
    return number
  }
}

function roundId(text: string): number {
  const id = /^[1-9]\d{0,9}$/.test(text) ? Number(text) : 0
  // what the database's integer holds
  if (id < 1 || id > 2_147_483_647) throw new InvalidArgumentError('The id of a round is a whole number.')
  return id
}

function format(text: string): 'json' | 'csv' {
  if (text !== 'json' && text !== 'csv') throw new InvalidArgumentError('Allowed are json and csv.')
  return text
}

import type { Context } from '../context.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { luaPrograms } from '../lua-programs.ts'
import { counted, printable } from '../printable.ts'
import { progressOn } from '../progress.ts'
import { playSeason, TRUTH } from '../simulate/play-season.ts'

interface Options {
  readonly seed: number
  readonly evenings: number
  readonly players: number
  readonly out: string
}

/** A Friday evening, the same on every day, so that the same command always writes the same files. */
const LAST_UNIX = Date.UTC(2026, 10, 20, 19) / 1_000
const SHOWN_ERRORS = 10

/** Plays a season of invented players through the tracker, and writes its round files with the truth beside them. */
export async function simulate(context: Context, { seed, evenings, players, out }: Options): Promise<ExitCode> {
  const programs = await luaPrograms()
  const progress = progressOn(context, 'playing')
  const plan = { seed, evenings, players, last_unix: LAST_UNIX }
  const season = await playSeason(programs, plan, context.path(out), (done, of, files) =>
    progress.step(done, of, `map ${done} of ${of}: ${files.join(', ')}`),
  ).finally(() => progress.end())
  const { files, rounds, errors } = season
  context.print(`${counted(rounds, 'round')} played, ${counted(files, 'file')} in ${out}, the truth in ${TRUTH}`)
  for (const error of [...new Set(errors)].slice(0, SHOWN_ERRORS)) context.note(`proximity: ${printable(error)}`)
  return errors.length === 0 ? EXIT.done : EXIT.partly
}

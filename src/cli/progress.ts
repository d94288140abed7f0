import cliProgress from 'cli-progress'
import type { Context } from './context.ts'

/** Shows how far a long work is: a bar on a terminal, a line per step elsewhere. */
export interface Progress {
  step(done: number, of: number, line: string): void
  end(): void
}

export function progressOn({ output, print }: Context, format: string): Progress {
  if (output.isTTY !== true) return { step: (_done, _of, line) => print(line), end: () => undefined }
  const bar = new cliProgress.SingleBar(
    {
      stream: output as NodeJS.WriteStream,
      format: `${format} [{bar}] {value}/{total}, {eta_formatted} left`,
      clearOnComplete: true,
      // left as they are, so that a killed process leaves the terminal in order
      hideCursor: null,
      linewrap: null,
      // signals are the command's own business
      gracefulExit: false,
    },
    cliProgress.Presets.legacy,
  )
  let started = false
  return {
    step(done, of) {
      if (!started) bar.start(of, done)
      started = true
      bar.update(done)
    },
    end: () => bar.stop(),
  }
}

import { EXIT } from './exit-code.ts'
import { run } from './run.ts'

const LINGER_MS = 2_000

// a reader that has enough, such as head, is no error
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
}

const exitCode = await run(process.argv.slice(2), {
  environment: process.env,
  folder: process.cwd(),
  input: process.stdin,
  output: process.stdout,
  errors: process.stderr,
})

process.exitCode = exitCode
// a database server that refused the log-in may keep its connection open for a minute
if (exitCode !== EXIT.done) setTimeout(() => process.exit(), LINGER_MS).unref()

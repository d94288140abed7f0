import type { Context } from '../context.ts'
import type { ExitCode } from '../exit-code.ts'
import { runServer } from '../serve/run-server.ts'

/** Serves what the settings say. */
export async function serve(context: Context): Promise<ExitCode> {
  return await runServer(context, context.settings())
}

import type { FastifySchemaCompiler } from 'fastify'
import type { z } from 'zod'
import { RequestError, type WrongParameter } from './request-error.ts'

/** The parameters of a query; of a repeated one the last counts. */
export function parseQueryString(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text))
}

/** Checks what was sent with the contract's own schemas. */
export const validatorCompiler: FastifySchemaCompiler<z.ZodType> =
  ({ schema, httpPart }) =>
  (data) => {
    const result = schema.safeParse(data)
    if (result.success) return { value: result.data }
    return { error: requestErrorOf(result.error, httpPart === 'params' ? 'path' : 'query') }
  }

/** What is no number of the right kind is 422 with a list, everything else 400 with a sentence. */
function requestErrorOf(error: z.ZodError, part: 'path' | 'query'): RequestError {
  const wrong: WrongParameter[] = []
  for (const issue of error.issues) {
    if (issue.code === 'unrecognized_keys') {
      return new RequestError(400, `Unknown query parameter: ${issue.keys.join(', ')}`)
    }
    if (issue.code !== 'invalid_type' || issue.expected === 'string') return new RequestError(400, issue.message)
    const loc = [part, ...issue.path.map(String)]
    wrong.push({ loc, msg: 'value is not a valid integer', type: 'type_error.integer' })
  }
  return new RequestError(422, wrong)
}

/** One wrong parameter, as the original's framework reports it. */
export interface WrongParameter {
  readonly loc: readonly string[]
  readonly msg: string
  readonly type: string
}

/** A request that cannot be answered because of what was asked. */
export class RequestError extends Error {
  override name = 'RequestError'
  readonly statusCode: number
  readonly detail: string | readonly WrongParameter[]

  constructor(statusCode: number, detail: string | readonly WrongParameter[]) {
    super(typeof detail === 'string' ? detail : detail.map(({ loc, msg }) => `${loc.join('.')}: ${msg}`).join('; '))
    this.statusCode = statusCode
    this.detail = detail
  }
}

/** The data could not be read; `cause` says why. */
export class DataError extends Error {
  override name = 'DataError'
  readonly statusCode = 503

  constructor(cause: unknown) {
    super('the data could not be read', { cause })
  }
}

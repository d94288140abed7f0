/** An answer that is not the one that was asked for. */
export class ApiError extends Error {
  override name = 'ApiError'
  /** HTTP status; 0: no answer came. */
  readonly status: number
  /** Under which the server's log has the details; null where there are none. */
  readonly id: string | null

  constructor(status: number, message: string, id: string | null, options?: ErrorOptions) {
    super(message, options)
    this.status = status
    this.id = id
  }
}

/** Why a text is no round file. */
export type FormatErrorCode = 'empty' | 'prototype' | 'not_a_round_file'

/** The text is not a round file at all. Anything less is a {@link Problem} of the round. */
export class FormatError extends Error {
  override name = 'FormatError'
  readonly code: FormatErrorCode

  constructor(code: FormatErrorCode, reason: string) {
    super(reason)
    this.code = code
  }
}

/**
 * One step of the schema. Once released it never changes; a further step is added behind it. Its statements are literal,
 * so that it does the same for ever, whatever today's code says.
 */
export interface Migration {
  /** `date-what`, in the order in which the steps are applied. */
  readonly name: string
  readonly statements: readonly string[]
}

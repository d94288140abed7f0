/** What stopped the server; undefined while it runs. */
export const failure: { text: string | undefined } = { text: undefined }

/** An error of the engine itself: the map is shut down once the module has come back from its call. */
export function fail(text: string): never {
  failure.text ??= text
  return error(text, 0)
}

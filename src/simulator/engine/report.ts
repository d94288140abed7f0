let file: LuaFile | undefined

export function openReport(path: string): void {
  const [opened, problem] = io.open(path, 'wb')
  if (opened === undefined) error(problem, 0)
  file = opened
}

/** A line of the report: a word and its columns, texts escaped as in a tape. */
export function note(word: string, ...columns: string[]): void {
  file?.write(`${[word, ...columns].join('\t')}\n`)
}

export function closeReport(): void {
  file?.close()
  file = undefined
}

const ESCAPED: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\t': '\\t', '"': '\\"' }

export function quoted(text: string): string {
  const [escaped] = string.gsub(text, '[\\\n\t"]', ESCAPED)
  return `"${escaped}"`
}

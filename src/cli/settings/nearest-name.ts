/** The setting that was probably meant: the same but for few letters, or begun with the same word. */
export function nearestName(text: string, names: readonly string[]): string | undefined {
  const word = bare(text.toUpperCase())
  const [first] = word.split('_')
  let nearest = names.find((name) => bare(name).split('_')[0] === first)
  let fewest = Math.max(2, Math.floor(word.length / 3)) + 1
  for (const name of names) {
    const changes = distance(word, bare(name))
    if (changes < fewest) {
      fewest = changes
      nearest = name
    }
  }
  return nearest
}

function bare(name: string): string {
  return name.replace(/^PROXIMITY_/, '')
}

/** Letters to add, drop, replace or swap with their neighbour on the way from one word to the other. */
function distance(from: string, to: string): number {
  let before: number[] = []
  let above = Array.from({ length: to.length + 1 }, (_, i) => i)
  for (let i = 1; i <= from.length; i++) {
    const row = [i]
    for (let j = 1; j <= to.length; j++) {
      const replaced = (above[j - 1] as number) + (from[i - 1] === to[j - 1] ? 0 : 1)
      const swapped =
        i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]
          ? (before[j - 2] as number) + 1
          : replaced
      row.push(Math.min(replaced, swapped, (above[j] as number) + 1, (row[j - 1] as number) + 1))
    }
    before = above
    above = row
  }
  return above[to.length] as number
}

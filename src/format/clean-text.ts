const SPACE = 32
const PLUS = 43
const COMMA = 44
const SEMICOLON = 59
const BAR = 124
const DELETE = 127

/** Text as it may stand in a column: `;`, `|`, `,` and control characters become `_`, so that none becomes empty. */
export function cleanText(text: string): string {
  return remembered(texts, text, false)
}

/** A player's identifier as it may stand in a column or a list: cleaned like text, and of `+` and blanks too. */
export function cleanGuid(text: string): string {
  return remembered(guids, text, true)
}

// a round writes the same few names thousands of times, and looking at each letter is what a row costs most
const texts = new Map<string, string>()
const guids = new Map<string, string>()
const REMEMBERED = 512

function remembered(known: Map<string, string>, text: string, guid: boolean): string {
  const before = known.get(text)
  if (before !== undefined) return before
  if (known.size >= REMEMBERED) known.clear()
  const clean = cleaned(text, guid)
  known.set(text, clean)
  return clean
}

function cleaned(text: string, guid: boolean): string {
  let clean = ''
  let from = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    const separator = code === SEMICOLON || code === BAR || code === COMMA
    if (separator || code < SPACE || code === DELETE || (guid && (code === SPACE || code === PLUS))) {
      clean = `${clean}${text.substring(from, i)}_`
      from = i + 1
    }
  }
  return from === 0 ? text : `${clean}${text.substring(from)}`
}

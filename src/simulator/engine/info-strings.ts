// Texts like `\key\value\key\value`, as the engine keeps facts about clients and the server.

/** Without the leading backslash, which some of them lack, and with a trailing one. */
function pairsText(info: string): string {
  return `${string.byte(info) === 92 ? string.sub(info, 2) : info}\\`
}

/** The value of a key whatever its case; "" if there is none. */
export function infoValue(info: string, key: string): string {
  const wanted = string.lower(key)
  for (const [name, value] of string.gmatch(pairsText(info), '([^\\]*)\\([^\\]*)\\')) {
    if (string.lower(name) === wanted) return value
  }
  return ''
}

export function withoutKey(info: string, key: string): string {
  const wanted = string.lower(key)
  let rest = ''
  for (const [name, value] of string.gmatch(pairsText(info), '([^\\]*)\\([^\\]*)\\')) {
    if (string.lower(name) !== wanted) rest += `\\${name}\\${value}`
  }
  return rest
}

/** The text with this key; unchanged if key or value have a character that the engine refuses. */
export function withKey(info: string, key: string, value: string): string {
  const [refused] = string.find(key + value, '[\\;"]')
  if (refused !== undefined) return info
  const rest = withoutKey(info, key)
  return value === '' ? rest : `${rest}\\${key}\\${value}`
}

/** Without colour codes and without all that is not printable ASCII. */
export function cleanText(text: string): string {
  const [plain] = string.gsub(text, '%^[^%^]', '')
  const [printable] = string.gsub(plain, '[^ -~]', '')
  return printable
}

import type { ReadSettings } from '../settings/read.ts'
import { SETTINGS } from '../settings/table.ts'
import { about, type Finding } from './finding.ts'

const SAFE_TOKEN_LENGTH = 16

/** Values that are not allowed, names that are none, and values that are allowed but unwise. */
export function checkSettings({ problems, warnings, settings, texts }: ReadSettings): Finding[] {
  const subject = about('settings')
  const found = [
    ...problems.map((says) => subject.problem(says, 'correct it; until then the default is checked')),
    ...warnings.map((says) => subject.warning(says, 'correct the name, or remove it')),
  ]
  if (!settings.enabled) {
    found.push(subject.warning('nothing is imported', `set ${SETTINGS.enabled.name} to true to import`))
  }
  if (settings.uploadToken !== '' && settings.uploadToken.length < SAFE_TOKEN_LENGTH) {
    found.push(subject.warning('the upload token is short enough to be guessed', 'make one with openssl rand -hex 32'))
  }
  const set = Object.values(texts).filter(({ source }) => source !== 'default').length
  return found.length > 0 ? found : [subject.ok(`${set} set, the others have their defaults`)]
}

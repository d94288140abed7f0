import type { Evening } from './evening-panels.tsx'

export const NO_LIVES = 'Not captured: these files hold no lives.'

/** False where no counted round has a life, so that nobody knows who was where. */
export function hasLives({ rounds }: Evening): boolean {
  return rounds.some(({ exclusion, lives }) => exclusion === null && lives > 0)
}

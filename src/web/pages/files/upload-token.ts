const KEY = 'proximity-upload-token'

/** The token that the reader gave in this tab; null: none. */
export function keptToken(): string | null {
  return sessionStorage.getItem(KEY)
}

/** Keeps it until the tab is closed. */
export function keepToken(token: string): void {
  sessionStorage.setItem(KEY, token)
}

export function forgetToken(): void {
  sessionStorage.removeItem(KEY)
}

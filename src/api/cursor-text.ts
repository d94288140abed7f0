import type { Cursor } from '../analytics/page.ts'

/** A cursor as the contract has it. */
export function cursorText(cursor: Cursor | null): string | null {
  return cursor === null ? null : `${cursor.value}.${cursor.key}`
}

/** The cursor of a text that the contract has checked; null without one. */
export function cursorOf(text: string | undefined): Cursor | null {
  if (text === undefined) return null
  const dot = text.indexOf('.')
  return { value: Number(text.slice(0, dot)), key: text.slice(dot + 1) }
}

/** What a key does to the part of a map that is seen; null: nothing. */
export function zoomOf(key: string): 'closer' | 'farther' | 'whole' | null {
  // where the sign needs Shift, the key beside it means the same
  if (key === '+' || key === '=') return 'closer'
  if (key === '-') return 'farther'
  return key === '0' ? 'whole' : null
}

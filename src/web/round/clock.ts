/** A moment of a round as its clock shows it, `4:12`; before the start with a minus. */
export function clockText(t_ms: number): string {
  const seconds = Math.floor(Math.abs(t_ms) / 1000)
  const text = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
  return t_ms <= -1000 ? `-${text}` : text
}

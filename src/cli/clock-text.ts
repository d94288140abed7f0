/** `195951` as a clock shows it: `19:59:51`. */
export function clockText(time: string): string {
  return `${time.slice(0, 2)}:${time.slice(2, 4)}:${time.slice(4)}`
}

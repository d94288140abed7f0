/** The colours of the theme, as a canvas takes them. */
export interface Palette {
  readonly background: string
  readonly panel: string
  readonly text: string
  readonly muted: string
  readonly accent: string
  readonly good: string
  readonly bad: string
  readonly AXIS: string
  readonly ALLIES: string
}

/** The colours as the style sheet has them now. */
export function paletteOf(element: Element): Palette {
  const style = getComputedStyle(element)
  const colour = (name: string) => style.getPropertyValue(`--${name}`).trim()
  return {
    background: colour('background'),
    panel: colour('panel'),
    text: colour('text'),
    muted: colour('muted'),
    accent: colour('accent'),
    good: colour('good'),
    bad: colour('bad'),
    AXIS: colour('axis'),
    ALLIES: colour('allies'),
  }
}

export function sideColour(palette: Palette, team: string): string {
  if (team === 'AXIS') return palette.AXIS
  return team === 'ALLIES' ? palette.ALLIES : palette.muted
}

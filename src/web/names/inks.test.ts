import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const inks = readFileSync(join(import.meta.dirname, 'inks.css'), 'utf8')
const tokens = readFileSync(join(import.meta.dirname, '../styles/tokens.css'), 'utf8')

const [dark = '', light = ''] = inks.split('(prefers-color-scheme: light)')
const [darkTokens = '', lightTokens = ''] = tokens.split('(prefers-color-scheme: light)')

/** Relative luminance of `#rrggbb` as WCAG 2 has it. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (high + 0.05) / (low + 0.05)
}

const coloursIn = (css: string) => css.match(/#[\da-f]{6}/g) ?? []
const surfacesIn = (css: string) =>
  [...css.matchAll(/--(?:background|panel|raised): (#[\da-f]{6})/g)].map(([, one]) => one)

test.each([
  ['dark', dark, darkTokens],
  ['light', light, lightTokens],
])('the colours of names can be read on every surface of the %s theme', (_, css, theme) => {
  expect(coloursIn(css).length).toBeGreaterThan(10)
  expect(surfacesIn(theme)).toHaveLength(3)
  for (const colour of coloursIn(css)) {
    for (const surface of surfacesIn(theme)) expect(contrast(colour, surface as string)).toBeGreaterThanOrEqual(4.5)
  }
})

import { expect, test } from 'vitest'
import { DIFFERENCE, HEAT, type Rgb } from './ramp.ts'

/** CIE lightness of a colour, 0 to 100: another measure than the ramp itself goes by. */
function lightness([r, g, b]: Rgb): number {
  const [red, green, blue] = [r, g, b].map((value) => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  const y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
  return y > 0.008856 ? 116 * Math.cbrt(y) - 16 : 903.3 * y
}

test.each([
  ['dark', 1],
  ['light', -1],
] as const)('more is %s by even steps away from the background', (theme, direction) => {
  const shades = Array.from({ length: 9 }, (_, i) => lightness(HEAT[theme](i / 8)))
  const steps = shades.slice(1).map((shade, i) => direction * (shade - (shades[i] as number)))
  const mean = steps.reduce((sum, step) => sum + step, 0) / steps.length
  expect(mean).toBeGreaterThan(6)
  for (const step of steps) expect(Math.abs(step / mean - 1)).toBeLessThan(0.6)
})

test.each(['dark', 'light'] as const)('in %s, as expected is grey, and both ends are as far from it', (theme) => {
  const [red, green, blue] = DIFFERENCE[theme](0.5)
  expect(Math.max(red, green, blue) - Math.min(red, green, blue)).toBeLessThan(24)
  const ends = [0, 1].map((end) => lightness(DIFFERENCE[theme](end)) - lightness(DIFFERENCE[theme](0.5)))
  expect(Math.sign(ends[0] as number)).toBe(Math.sign(ends[1] as number))
})

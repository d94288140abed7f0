export type Rgb = readonly [red: number, green: number, blue: number]

/** A colour as its lightness and two axes of hue (OKLab), in which equal steps look equal. */
type Lab = readonly [lightness: number, a: number, b: number]

// Björn Ottosson, A perceptual color space for image processing (2020)
function labOf(hex: string): Lab {
  const value = Number.parseInt(hex.slice(1), 16)
  const [r, g, b] = [value >> 16, (value >> 8) & 255, value & 255].map((channel) => {
    const share = channel / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

function rgbOf([lightness, a, b]: Lab): Rgb {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const channel = (linear: number) => {
    const share = linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055
    return Math.round(255 * Math.min(Math.max(share, 0), 1))
  }
  return [
    channel(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    channel(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    channel(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ]
}

/** Colours from 0 to 1 through these, at an even pace of what the eye sees. */
function ramp(colours: readonly string[]): (share: number) => Rgb {
  const labs = colours.map(labOf)
  const lengths = [0]
  for (let i = 1; i < labs.length; i++) {
    const [from, to] = [labs[i - 1] as Lab, labs[i] as Lab]
    lengths.push((lengths[i - 1] as number) + Math.hypot(to[0] - from[0], to[1] - from[1], to[2] - from[2]))
  }
  const whole = lengths.at(-1) as number
  return (share) => {
    const at = Math.min(Math.max(share, 0), 1) * whole
    const next = Math.max(
      1,
      lengths.findIndex((length) => length >= at),
    )
    const [before, after] = [lengths[next - 1] as number, lengths[next] as number]
    const part = (at - before) / (after - before)
    const [from, to] = [labs[next - 1] as Lab, labs[next] as Lab]
    return rgbOf(
      [0, 1, 2].map((i) => (from[i] as number) + part * ((to[i] as number) - (from[i] as number))) as unknown as Lab,
    )
  }
}

/** How much: from hardly more than the background to what stands out most. */
export const HEAT = {
  dark: ramp(['#173a45', '#1f7a80', '#6fbf8e', '#f6f1b2']),
  light: ramp(['#fdeedd', '#f6b26b', '#d4542c', '#6d0f17']),
} as const

/** Less or more than expected, with grey between. */
export const DIFFERENCE = {
  dark: ramp(['#a884f3', '#46505b', '#74d98f']),
  light: ramp(['#5b2ca0', '#c3cad1', '#1c6b35']),
} as const

export type Theme = keyof typeof HEAT

export function cssColour([red, green, blue]: Rgb, opacity = 1): string {
  return `rgb(${red} ${green} ${blue} / ${opacity})`
}

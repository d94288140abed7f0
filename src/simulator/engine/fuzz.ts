const MODULUS = 2_147_483_647
const FACTOR = 16_807

/** `permille`: the share of reads that are answered with nonsense. */
export const fuzz = { permille: 0 }

let state = 1

export function setFuzz(seed: number, permille: number): void {
  fuzz.permille = permille
  state = (seed % (MODULUS - 1)) + 1
}

/** Below `limit`; the same on every Lua, since no product leaves 2^53. */
function draw(limit: number): number {
  state = (state * FACTOR) % MODULUS
  return state % limit
}

/** Whether this read is one of those. */
export function strikes(): boolean {
  return draw(1000) < fuzz.permille
}

/** Nothing, no number, a huge number, -1, another type or an error. */
export function nonsense(): unknown {
  const kind = draw(7)
  if (kind === 0) return undefined
  if (kind === 1) return 0 / 0
  if (kind === 2) return 1e300
  if (kind === 3) return -1
  if (kind === 4) return 'nonsense'
  if (kind === 5) return {}
  return error('the engine refused this read')
}

/** What the tracker costs the server, and how its collector is kept from costing much at once. */

/** Microseconds of processor time of the slowest frame of the round. */
export const load = { worst_us: 0 }

/**
 * Garbage that may gather before the collector begins anew. It is short texts for the most part, and Lua stops to
 * rearrange its table of all texts whenever their number has doubled: 20 ms where a quarter of a large heap is garbage.
 */
const GARBAGE_KB = 1_536
/** Least and greatest growth, in percent, that the collector is told to wait for; by itself it waits for as much again. */
const LEAST_GROWTH = 3
const MOST_GROWTH = 100
/**
 * Lua 5.4 does this many times its growth in work, 100 by itself, so that a few frames would carry the whole of a
 * collection. At twice this pace the slowest frame of 64 players takes half as long again, and their heap of 40 MB is
 * 1 % smaller.
 */
const PACE = 5
/** Frames between two looks at the heap. */
const FRAMES = 100

const collector = { frames: 0 }
const collect = collectgarbage as unknown as (this: void, option: string, value?: number) => number

interface Jit {
  readonly opt: { readonly start: (this: void, ...options: string[]) => void }
}
/**
 * LuaJIT by itself compiles what ran 56 times, and again what left the compiled way 10 times: 3 ms in the first frame of a
 * round. It never counts to more than 254.
 */
const JIT_OPTIONS = ['hotloop=500', 'hotexit=100']

/** Lets LuaJIT compile only what runs in every frame; other Luas, and builds without the compiler, have no options. */
export function tuneCompiler(): void {
  pcall(() => (_G as unknown as { readonly jit: Jit }).jit.opt.start(...JIT_OPTIONS))
}

/** Does the work of a frame and keeps its cost. */
export function timed(work: (this: void, level_ms: number) => void, level_ms: number): void {
  const before = os.clock()
  work(level_ms)
  if (collector.frames % FRAMES === 0) pcall(tune)
  collector.frames += 1
  const cost = math.floor((os.clock() - before) * 1_000_000)
  if (cost > load.worst_us) load.worst_us = cost
}

/** Lets the collector begin after the same amount of garbage, however large the heap is, and take its time. */
function tune(): void {
  const growth = math.floor((GARBAGE_KB * 100) / collect('count'))
  collect('setpause', 100 + math.min(math.max(growth, LEAST_GROWTH), MOST_GROWTH))
  // other Luas count otherwise
  if (_VERSION === 'Lua 5.4') collect('setstepmul', PACE)
}

/** How a map is drawn: one letter per square of {@link SQUARE} units, the first line in the north. */
export interface Plan {
  readonly name: string
  /** Who defends, as the engine's team number; the map's script says so whichever squad plays that side. */
  readonly defender: 1 | 2
  /** How the waves of Axis and Allies follow each other, ms. */
  readonly limbo_ms: readonly [axis: number, allies: number]
  /** The full time of a round, minutes. */
  readonly minutes: number
  readonly stages: readonly Stage[]
  /**
   * `#` wall, `c` crate, `=` terrace, `/` the way up to it, `.` ground; `A` and `L` where Axis and Allies spawn, `H`
   * where a defender likes to stand. Other letters are the stages' places.
   */
  readonly squares: readonly string[]
}

/** One thing that the attackers have to do; they do them in this order. */
export interface Stage {
  readonly kind: 'construct' | 'dynamite' | 'documents' | 'vehicle'
  readonly name: string
  /** Letters in the drawing: where it is, then where it has to go. */
  readonly at: string
  readonly to?: string
}

/** Side of a square, game units. */
export const SQUARE = 160

const sandmill: Plan = {
  name: 'sandmill',
  defender: 1,
  limbo_ms: [30_000, 20_000],
  minutes: 10,
  stages: [
    { kind: 'construct', name: 'the Footbridge', at: 'C' },
    { kind: 'dynamite', name: 'the Mill Gate', at: 'O' },
    { kind: 'documents', name: 'the Millstone Plans', at: 'D', to: 'T' },
  ],
  squares: [
    '################################',
    '#......#......#.........#......#',
    '#.LL...#......#..H......#......#',
    '#.LL...#..cc..#.........#...A..#',
    '#......................H#..AA..#',
    '#......#......#....##......A...#',
    '#......#......#....##...#......#',
    '###.####..##..###.####..#......#',
    '#.......C.##...H..#..O..###.####',
    '#T......C.##......#.........H..#',
    '#.......C.##...H..#.....###.####',
    '###.####..##..###.####..#......#',
    '#......#......#....##...#..==..#',
    '#......#..cc..#....##......==D.#',
    '#.LL................H...#../...#',
    '#.LL...#......#.........#......#',
    '#......#......#..H......#......#',
    '################################',
  ],
}

const fjordworks: Plan = {
  name: 'fjordworks',
  defender: 1,
  limbo_ms: [30_000, 15_000],
  minutes: 12,
  stages: [
    { kind: 'vehicle', name: 'the Ore Train', at: '1', to: '234' },
    { kind: 'dynamite', name: 'the Turbine Hall', at: 'O' },
  ],
  squares: [
    '################################',
    '#.........#..........#.........#',
    '#..L...............H.......AA..#',
    '#.LL......#..........#.....AA..#',
    '#.........#...####...#.........#',
    '####.######...####...###.#####.#',
    '#.......................c......#',
    '#..==..............==...c...H..#',
    '#../............../==..........#',
    '#..1.......2..........3........#',
    '#......cc..........H......####.#',
    '#......cc..###.###........#..O.#',
    '####.#####.#.....#.########H...#',
    '#..........#..H..#.........#..4#',
    '#.LL.......#.....#.........#####',
    '#..L.......#.....#.............#',
    '#..........###.###......H......#',
    '################################',
  ],
}

const oldmarket: Plan = {
  name: 'oldmarket',
  defender: 2,
  limbo_ms: [15_000, 25_000],
  minutes: 8,
  stages: [
    { kind: 'construct', name: 'the Ladder', at: 'C' },
    { kind: 'dynamite', name: 'the Vault Door', at: 'O' },
    { kind: 'documents', name: 'the Strongbox', at: 'D', to: 'T' },
  ],
  squares: [
    '##########################',
    '#..A.....#.....#.........#',
    '#.AA.....#..#..#..##.....#',
    '#..A........#.....##..H..#',
    '#...####.#..#..#.........#',
    '#...#..#.#.....####.####.#',
    '#...#..#.###.###.O....#..#',
    '#..........C....#..cc.#..#',
    '#.######.##..##....H.....#',
    '#........##..##.#..D..#..#',
    '#T..cc.....H....#..cc.#..#',
    '#........##..##.###.###..#',
    '#.###.##.##..##..........#',
    '#.#....#........##.##.LL.#',
    '#.#..==#.##.###.##.##.LL.#',
    '#.../==#..H...#........L.#',
    '#......#..........#......#',
    '##########################',
  ],
}

export const PLANS: readonly Plan[] = [sandmill, fjordworks, oldmarket]

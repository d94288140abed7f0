import type { Ground } from './ground.ts'

const at = (x: number, y: number, z = 24) => ({ x, y, z })

/** A mill between two yards, with a way on each side and one through the middle. */
const sandmill: Ground = {
  name: 'sandmill',
  places: [
    at(-2600, -300),
    at(-1500, 900),
    at(-1500, -1000),
    at(-300, 1300),
    at(-250, 100, 88),
    at(-300, -1400),
    at(900, 1000),
    at(900, -900),
    at(1500, 100, 88),
    at(2600, 200),
    at(350, 150, 88),
  ],
  buildings: [
    [-1000, 350, -500, 900],
    [-1000, -900, -500, -300],
    [300, 450, 650, 950],
    [300, -1000, 700, -300],
    [1200, -500, 1300, -150],
  ],
  allies_spawn: 0,
  axis_spawn: 9,
  objective: 8,
  objective_name: 'millstone',
}

/** A dam seen from both banks; the long sides are open, the middle is not. */
const fjordworks: Ground = {
  name: 'fjordworks',
  places: [
    at(0, -2800),
    at(-1300, -1700),
    at(1200, -1800),
    at(-1500, -200, 152),
    at(0, -700, 56),
    at(1500, -300, 152),
    at(-900, 900, 152),
    at(200, 500, 56),
    at(1100, 1000, 152),
    at(100, 1500, 56),
    at(100, 2700),
  ],
  buildings: [
    [-700, -1500, -200, -900],
    [300, -1600, 800, -1000],
    [-900, -200, -500, 300],
    [600, -200, 1000, 350],
    [-400, 900, -150, 1200],
  ],
  allies_spawn: 0,
  axis_spawn: 10,
  objective: 9,
  objective_name: 'turbine hall',
}

/** Narrow streets around a market. */
const oldmarket: Ground = {
  name: 'oldmarket',
  places: [
    at(-2200, 1900),
    at(-2000, 400),
    at(-700, 1800),
    at(-1950, -1000),
    at(-600, 500),
    at(700, 1750, 88),
    at(-500, -900),
    at(700, 400),
    at(1900, 1500, 88),
    at(800, -1000),
    at(1950, 200),
    at(2100, -1900),
  ],
  buildings: [
    [-1600, 900, -1000, 1500],
    [-1550, -700, -1000, 100],
    [-200, 900, 350, 1400],
    [-150, -500, 300, 0],
    [1100, 600, 1500, 1200],
    [1150, -700, 1550, -200],
  ],
  allies_spawn: 0,
  axis_spawn: 11,
  objective: 9,
  objective_name: 'strongbox',
}

export const GROUNDS = { sandmill, fjordworks, oldmarket } as const

import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force'
import type { PairOfAll } from './measures.ts'

/** A person of the network; the number is the index into the people of the answer. */
export interface Node {
  readonly person: number
  readonly x: number
  readonly y: number
}

const STEPS = 300
/** Between neighbours who are always together, and those who hardly are. */
const NEAR = 70
const FAR = 260
const RADIUS = 46

/**
 * Where everybody of some pairs stands: near to whom they are much together with. The same pairs give the same places,
 * because everybody begins on a circle in order, and it settles at once instead of before the reader's eyes.
 */
export function laidOut(pairs: readonly PairOfAll[]): readonly Node[] {
  const people = [...new Set(pairs.flatMap(({ player1, player2 }) => [player1, player2]))].sort((a, b) => a - b)
  const nodes = people.map((person, i) => {
    const angle = (2 * Math.PI * i) / people.length
    return { person, x: FAR * Math.cos(angle), y: FAR * Math.sin(angle) }
  })
  const most_ms = Math.max(1, ...pairs.map(({ together_ms }) => together_ms))
  const links = pairs.map(({ player1, player2, together_ms }) => ({
    source: people.indexOf(player1),
    target: people.indexOf(player2),
    share: together_ms / most_ms,
  }))
  forceSimulation(nodes)
    .force(
      'link',
      forceLink(links)
        .distance(({ share }) => FAR - (FAR - NEAR) * share)
        .strength(({ share }) => 0.05 + 0.3 * share),
    )
    .force('apart', forceManyBody().strength(-420))
    .force('room', forceCollide(RADIUS))
    .force('x', forceX().strength(0.05))
    // the picture is wider than high
    .force('y', forceY().strength(0.11))
    .stop()
    .tick(STEPS)
  return nodes.map(({ person, x, y }) => ({ person, x, y }))
}

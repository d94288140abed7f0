/** Whether a player who is shot at turns: the first clear change of direction after the first hit. */
import type { Vector } from './engine.ts'
import { settings } from './settings.ts'

export interface Dodge {
  x: number
  y: number
  /** Direction of the first clear step, of length 1; undefined until there is one. */
  base_x: number | undefined
  base_y: number
  /** Time from the first hit to the end of the step that turned; undefined if he has not, or too late. */
  reaction_ms: number | undefined
  decided: boolean
}

/** An angle that is the threshold itself counts, however the engine's 32-bit places round it. */
const TOLERANCE = 1e-6

export function newDodge(origin: Vector): Dodge {
  return { x: origin[0], y: origin[1], base_x: undefined, base_y: 0, reaction_ms: undefined, decided: false }
}

/** Looks at the step from the place before to this one. Steps that are too short tell no direction and are skipped. */
export function noteStep(dodge: Dodge, origin: Vector, since_first_hit_ms: number): void {
  const x = origin[0] - dodge.x
  const y = origin[1] - dodge.y
  dodge.x = origin[0]
  dodge.y = origin[1]
  if (dodge.decided) return
  const length = math.sqrt(x * x + y * y)
  if (length < settings.dodge_min_step_units) return
  if (dodge.base_x === undefined) {
    dodge.base_x = x / length
    dodge.base_y = y / length
    return
  }
  const cosine = (dodge.base_x * x + dodge.base_y * y) / length
  if (cosine > math.cos(math.rad(settings.dodge_angle_threshold_deg)) + TOLERANCE) return
  dodge.decided = true
  if (since_first_hit_ms <= settings.reaction_window_ms) dodge.reaction_ms = since_first_hit_ms
}

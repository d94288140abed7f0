/** Sections of the builds before this project's: a line that begins with `#;` is a comment there. */
const OLDER =
  'ENGAGEMENTS PLAYER_TRACKS KILL_HEATMAP MOVEMENT_HEATMAP OBJECTIVE_FOCUS REACTION_METRICS SPAWN_TIMING TEAM_COHESION ' +
  'CROSSFIRE_OPPORTUNITIES FOCUS_FIRE TEAM_PUSHES TRADE_KILLS REVIVES WEAPON_ACCURACY KILL_OUTCOME HIT_REGIONS ' +
  'COMBAT_POSITIONS SHOT_FIRED AIM_LOCK SPAWN_SELECT SKILL_SNAPSHOT COMM_EVENTS CARRIER_EVENTS CARRIER_KILLS ' +
  'CARRIER_RETURNS VEHICLE_PROGRESS ESCORT_CREDIT CONSTRUCTION_EVENTS OBJECTIVE_RUNS'
const COMMENTS = new Set(['header', ...OLDER.split(' ')])

/**
 * Lines per section, counted without the parser: every line that is neither blank nor a comment belongs to the section
 * whose name stood last alone in a comment, or to `header` behind the first line of a file.
 */
export function naiveCounts(bytes: Uint8Array): Record<string, number> {
  const text = new TextDecoder('latin1').decode(bytes).replace(/^\u00ef\u00bb\u00bf/, '')
  const counts: Record<string, number> = { header: 0 }
  let section = 'header'
  for (const raw of text.split(/\r\n|\n|\r/)) {
    const line = stripped(raw)
    if (/^# PROXIMITY_TRACKER_V[1-9]\d{0,2}$/.test(line)) section = 'header'
    const name = /^# (?!PROXIMITY_TRACKER_V[1-9]\d{0,2}$)([A-Z][A-Z0-9_]+)$/.exec(line)?.[1]
    if (name !== undefined) {
      section = name
      counts[section] ??= 0
    } else if (line !== '' && (!line.startsWith('#') || (line.startsWith('#;') && !COMMENTS.has(section))))
      counts[section] = (counts[section] ?? 0) + 1
  }
  return counts
}

/** Without blanks and control characters at its ends; a NUL is no blank. */
function stripped(line: string): string {
  const isBlank = (character: string | undefined) => character !== undefined && character <= ' ' && character !== '\0'
  let start = 0
  let end = line.length
  while (isBlank(line[start])) start += 1
  while (end > start && isBlank(line[end - 1])) end -= 1
  return line.slice(start, end)
}

const CLASSES: Readonly<Record<string, string>> = {
  SOLDIER: 'Soldier',
  MEDIC: 'Medic',
  ENGINEER: 'Engineer',
  FIELDOPS: 'Field ops',
  COVERTOPS: 'Covert ops',
}

/** A class as people call it. */
export function classWords(player_class: string): string {
  return CLASSES[player_class] ?? 'class unknown'
}

/** One letter for a class; a question mark where it is not known. */
export function classLetter(player_class: string): string {
  return CLASSES[player_class]?.[0] ?? '?'
}

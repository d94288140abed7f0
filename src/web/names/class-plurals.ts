/** Players of a class as people call them. */
export const CLASS_PLURALS = {
  SOLDIER: 'soldiers',
  MEDIC: 'medics',
  ENGINEER: 'engineers',
  FIELDOPS: 'field ops',
  COVERTOPS: 'covert ops',
} as const

import { plainName } from '../../names/colour-codes.ts'

/** What the engine calls the things that are carried. */
const CARRIED: Readonly<Record<string, string>> = { redflag: "Axis' objective", blueflag: "Allies' objective" }

/** An objective as people call it; empty: it has no name. */
export function objectiveName(name: string): string {
  return name === '' ? '' : (CARRIED[name] ?? plainName(name, ''))
}

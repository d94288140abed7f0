import type { Roster } from '../metrics/derived.ts'

/** Gives the number under which a round's names are stored. */
export interface NameNumbers {
  /** Null for nobody (both absent). Without a name: the first name of that guid. */
  of(guid: string | null, name: string | null | undefined): number | null
}

export function nameNumbers({ players, names }: Roster): NameNumbers {
  const exact = new Map<string, number>()
  const first = new Map<string, number>()
  names.forEach(({ player, name }, no) => {
    const guid = players[player]?.guid ?? ''
    const key = `${guid}\n${name}`
    if (!exact.has(key)) exact.set(key, no)
    if (!first.has(guid)) first.set(guid, no)
  })
  return {
    of(guid, name) {
      if (guid === null && (name === null || name === undefined)) return null
      const found = exact.get(`${guid ?? ''}\n${name ?? ''}`) ?? first.get(guid ?? '')
      if (found === undefined) throw new RangeError(`nobody in the roster has the id ${JSON.stringify(guid)}`)
      return found
    },
  }
}

/** The names of a stored round. */
export interface RoundNames {
  at(name_no: number): { readonly guid: string; readonly name: string }
}

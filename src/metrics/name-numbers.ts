import type { Roster } from './derived.ts'

/** Gives the number under which a round's names are stored. */
export interface NameNumbers {
  /** Null for nobody (both absent). Without a name: the first name of that guid. */
  of(guid: string | null, name: string | null | undefined): number | null
}

export function nameNumbers({ players, names }: Roster): NameNumbers {
  // asked for some thousand times a round: a text put together for each would cost more than looking twice
  const byGuid = new Map<string, { readonly first: number; readonly numbers: Map<string, number> }>()
  names.forEach(({ player, name }, no) => {
    const guid = players[player]?.guid ?? ''
    const known = byGuid.get(guid)
    if (known === undefined) byGuid.set(guid, { first: no, numbers: new Map([[name, no]]) })
    else if (!known.numbers.has(name)) known.numbers.set(name, no)
  })
  return {
    of(guid, name) {
      if (guid === null && (name === null || name === undefined)) return null
      const known = byGuid.get(guid ?? '')
      if (known === undefined) throw new RangeError(`nobody in the roster has the id ${JSON.stringify(guid)}`)
      return known.numbers.get(name ?? '') ?? known.first
    },
  }
}

/** The names of a stored round. */
export interface RoundNames {
  at(name_no: number): { readonly guid: string; readonly name: string }
}

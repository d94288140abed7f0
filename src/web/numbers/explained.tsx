import { type ComponentChildren, createContext } from 'preact'
import { useState } from 'preact/hooks'
import type { QueryAt } from '../../contract/client.ts'
import type { Place } from '../address.ts'
import { useNavigation } from '../navigation.tsx'
import { Card } from './card.tsx'
import type { Figure } from './figure.ts'

export type ScopeQuery = QueryAt<'/api/proximity/definitions'>

/** What the numbers of a page have in common. */
export interface Basis {
  /** The scope in words, and what of it was left out; empty: nothing. */
  readonly scope: string
  readonly leftOut: string
  /** Where the rounds behind the numbers are listed. */
  readonly rounds: Place
  /** The scope as the server is asked; of one file there is nothing to ask. */
  readonly asked?: ScopeQuery
  /** The file of this tab that they are of, where the address does not say. */
  readonly file?: number
  /** State of each section's sensor, where all numbers are of one round. */
  readonly sensors?: Readonly<Record<string, string>>
}

/** Tells the figure whose card is asked for. */
export const ExplainedFigure = createContext<(figure: Figure | null) => void>(() => undefined)

/** Around a page whose numbers open their cards: shows the card that the address asks for. */
export function Explained({ children, ...basis }: Basis & { readonly children: ComponentChildren }) {
  const { card, closeCard } = useNavigation()
  const [figure, setFigure] = useState<Figure | null>(null)
  return (
    <ExplainedFigure.Provider value={setFigure}>
      {children}
      {figure !== null && figure.id === card && <Card figure={figure} basis={basis} close={closeCard} />}
    </ExplainedFigure.Provider>
  )
}

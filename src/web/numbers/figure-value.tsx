import { useContext, useEffect } from 'preact/hooks'
import { useNavigation } from '../navigation.tsx'
import { ExplainedFigure } from './explained.tsx'
import type { Figure } from './figure.ts'
import { doubtOf, shortWords, valueWords } from './value-words.ts'

interface FigureValueProps {
  readonly figure: Figure
  /** True where there is no room for reasons: they stand in the card. */
  readonly isShort?: boolean
}

/**
 * A number that opens its card. It stands somewhere inside an {@link Explained}, which shows the card:
 *
 *     <Explained scope={words} leftOut={left} rounds={place}>
 *       <FigureValue figure={{ id: 'kill_rate', title: 'Ended in a death', about: '...', metrics: ['deaths'], basis: '12 of 90 fights', value }} />
 *     </Explained>
 *
 * The open card is in the address (`?card=kill_rate`) of whatever page it stands on; the page does nothing for it.
 */
export function FigureValue({ figure, isShort = false }: FigureValueProps) {
  const { card, openCard } = useNavigation()
  const explain = useContext(ExplainedFigure)
  const isOpen = card === figure.id
  useEffect(() => {
    if (!isOpen) return
    explain(figure)
    // its number may go while its card is open, with the step to another scope
    return () => explain(null)
  }, [isOpen, figure])
  const words = isShort ? shortWords(figure.value) : valueWords(figure.value)
  return (
    <button
      type="button"
      class={`figure figure-${doubtOf(figure.value)}`}
      data-figure={figure.id}
      aria-haspopup="dialog"
      aria-label={`${figure.title}: ${words}. What is this?`}
      onClick={() => openCard(figure.id)}
    >
      {words}
    </button>
  )
}

import { useNavigation } from '../../navigation.tsx'
import { count, percent } from '../../numbers/format.ts'
import { FEW_CASES, LEAST_CASES } from '../../numbers/interval.ts'
import type { Figure, Value } from './figures.ts'

/** A value in words and digits. */
export function valueWords(value: Value): string {
  if (value.kind === 'count') return count(value.count)
  if (value.kind === 'missing') return value.reason
  if (value.kind === 'part') return percent({ value: value.value, low: 0, high: 1, n: 0 })
  const { share } = value
  return share.n < LEAST_CASES ? `not enough yet (${share.n} of ${LEAST_CASES})` : percent(share)
}

/** How sure a value is: `few` and `none` are drawn fainter. */
function doubt(value: Value): 'none' | 'few' | 'enough' {
  if (value.kind === 'missing') return 'none'
  if (value.kind !== 'share') return 'enough'
  if (value.share.n < LEAST_CASES) return 'none'
  return value.share.n < FEW_CASES ? 'few' : 'enough'
}

/** A number that opens its card. */
export function FigureValue({ figure }: { readonly figure: Figure }) {
  const { address, go } = useNavigation()
  if (address.page !== 'evenings') return null
  const open = () => go({ ...address, card: figure.id })
  const words = valueWords(figure.value)
  return (
    <button
      type="button"
      class={`figure figure-${doubt(figure.value)}`}
      aria-haspopup="dialog"
      aria-label={`${figure.title}: ${words}. What is this?`}
      onClick={open}
    >
      {words}
    </button>
  )
}

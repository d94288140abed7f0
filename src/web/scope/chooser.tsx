import { useId } from 'preact/hooks'

/** One thing that can be chosen. */
export interface Choice<T> {
  readonly value: string
  readonly words: string
  /** The heading under which it stands in the list. */
  readonly group: string | null
  readonly isChosen: boolean
  readonly leadsTo: T
}

interface ChooserProps<T> {
  readonly label: string
  /** The word of the sentence before it. */
  readonly before: string
  readonly choices: readonly Choice<T>[]
  readonly choose: (value: string) => void
}

/** A word of the scope line and the list it is chosen from. */
export function Chooser<T>({ label, before, choices, choose }: ChooserProps<T>) {
  const id = useId()
  const groups = [...Map.groupBy(choices, ({ group }) => group)]
  const chosen = choices.find(({ isChosen }) => isChosen)?.value
  return (
    <div class="chooser">
      <label class="visually-hidden" for={id}>
        {label}
      </label>
      {before !== '' && (
        <span class="chooser-before muted" aria-hidden="true">
          {before}
        </span>
      )}
      <select id={id} value={chosen} onChange={({ currentTarget }) => choose(currentTarget.value)}>
        {groups.map(([group, options]) =>
          group === null ? (
            <Options key={group} choices={options} chosen={chosen} />
          ) : (
            <optgroup key={group} label={group}>
              <Options choices={options} chosen={chosen} />
            </optgroup>
          ),
        )}
      </select>
    </div>
  )
}

function Options<T>({
  choices,
  chosen,
}: {
  readonly choices: readonly Choice<T>[]
  readonly chosen: string | undefined
}) {
  return (
    <>
      {choices.map(({ value, words }) => (
        <option key={value} value={value} selected={value === chosen}>
          {words}
        </option>
      ))}
    </>
  )
}

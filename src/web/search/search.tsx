import { useEffect, useRef, useState } from 'preact/hooks'
import { writeAddress } from '../address.ts'
import { useNavigation } from '../navigation.tsx'
import { type Found, useFound } from './use-found.ts'
import './search.css'

const LIST = 'search-found'
const idOf = (at: number) => `${LIST}-${at}`

/** Finds people and maps by a part of their name. `/` leads here from anywhere; a list to choose from opens below. */
export function Search() {
  const { go } = useNavigation()
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const answer = useFound(typed)
  const found = answer.state === 'here' ? answer.data.found : []
  const isListed = isOpen && typed.trim() !== ''
  useSlash(field)

  const choose = ({ to }: Found) => {
    setTyped('')
    setOpen(false)
    field.current?.blur()
    go(to)
    scrollTo(0, 0)
  }
  const press = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const chosen = found[at]
    if (event.key === 'Escape') {
      if (isListed) setTyped('')
      else field.current?.blur()
      setOpen(false)
    } else if (step !== 0 && found.length > 0) {
      setOpen(true)
      setAt((at + step + found.length) % found.length)
    } else if (event.key === 'Enter' && isListed && chosen !== undefined) {
      choose(chosen)
    } else return
    event.preventDefault()
  }
  return (
    <search class="search">
      <input
        ref={field}
        type="text"
        role="combobox"
        aria-label="Search for a player or map"
        aria-keyshortcuts="/"
        aria-autocomplete="list"
        aria-expanded={isListed && found.length > 0}
        aria-controls={LIST}
        aria-activedescendant={isListed && found.length > 0 ? idOf(at) : undefined}
        autocomplete="off"
        spellcheck={false}
        placeholder="Search  /"
        value={typed}
        onInput={({ currentTarget }) => {
          setTyped(currentTarget.value)
          setAt(0)
          setOpen(true)
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={press}
      />
      <div class={isListed ? 'search-found' : 'search-found is-closed'}>
        <div id={LIST} role="listbox" aria-label="Players and maps">
          {isListed &&
            found.map((one, i) => (
              <a
                key={one.key}
                id={idOf(i)}
                role="option"
                tabIndex={-1}
                href={writeAddress(one.to)}
                aria-selected={i === at}
                // the field keeps the focus and hears the keys
                onPointerDown={(event) => event.preventDefault()}
                onPointerMove={() => setAt(i)}
                onClick={(event) => {
                  if (event.ctrlKey || event.metaKey || event.shiftKey) return
                  event.preventDefault()
                  choose(one)
                }}
              >
                <bdi>{one.words}</bdi>
                <span class="muted">
                  {one.kind === 'map' ? 'map' : one.also !== null && <bdi>once {one.also}</bdi>}
                </span>
              </a>
            ))}
        </div>
        <p class="muted" role="status">
          {isListed && wordsOf(answer, found.length)}
        </p>
      </div>
    </search>
  )
}

function wordsOf(answer: ReturnType<typeof useFound>, found: number): string {
  if (answer.state === 'failed') return answer.reason
  if (answer.state !== 'here') return 'Searching'
  return found === 0 ? 'No player and no map of this name.' : ''
}

/** The key leads to the field unless something is being typed. */
function useSlash(field: { readonly current: HTMLInputElement | null }) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof Element && event.target.closest('input, textarea, select') !== null
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping) return
      if (document.querySelector('dialog[open]') !== null) return
      event.preventDefault()
      field.current?.focus()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
}

import { type ComponentChildren, createContext } from 'preact'
import { useContext, useEffect, useState } from 'preact/hooks'
import { type Address, type Place, readAddress, writeAddress } from './address.ts'

interface Navigation {
  readonly address: Address
  /** False until the reader has gone somewhere. */
  readonly hasMoved: boolean
  go(to: Place): void
  /** Without a new entry in the history. */
  replace(by: Place): void
  /** To where the reader came from if that was it, so that the next step back leads further. */
  back(to: Place): void
}

const Current = createContext<Navigation | null>(null)

/** What stands with an entry of the browser's history: from which address it was reached. */
interface Entry {
  readonly from: string
}

/** Gives everything inside the current address; follows the browser's back and forward buttons. */
export function Navigated({ children }: { readonly children: ComponentChildren }) {
  const [url, setUrl] = useState(location.href)
  const [hasMoved, setMoved] = useState(false)
  useEffect(() => {
    const follow = () => {
      setMoved(true)
      setUrl(location.href)
    }
    addEventListener('popstate', follow)
    return () => removeEventListener('popstate', follow)
  }, [])
  const navigation: Navigation = {
    address: readAddress(new URL(url)),
    hasMoved,
    go(to) {
      const entry: Entry = { from: location.pathname + location.search }
      history.pushState(entry, '', writeAddress(to))
      setMoved(true)
      setUrl(location.href)
    },
    replace(by) {
      history.replaceState(history.state, '', writeAddress(by))
      setUrl(location.href)
    },
    back(to) {
      const entry: Entry | null = history.state
      if (entry?.from === writeAddress(to)) history.back()
      else navigation.replace(to)
    },
  }
  return <Current.Provider value={navigation}>{children}</Current.Provider>
}

export function useNavigation(): Navigation {
  const navigation = useContext(Current)
  if (navigation === null) throw new Error('there is no navigation around this component')
  return navigation
}

interface LinkProps {
  readonly to: Place
  readonly class?: string
  readonly isCurrent?: boolean
  readonly children: ComponentChildren
}

/** A link within the page. It is a real one: it can be copied and opened in a new tab. */
export function Link({ to, class: className, isCurrent = false, children }: LinkProps) {
  const { go } = useNavigation()
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    // the latest evening is loaded anew, and the page with it: both may have changed
    if (writeAddress(to) === '/') return
    event.preventDefault()
    go(to)
    scrollTo(0, 0)
  }
  return (
    <a href={writeAddress(to)} class={className} aria-current={isCurrent ? 'page' : undefined} onClick={follow}>
      {children}
    </a>
  )
}

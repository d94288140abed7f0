import { type ComponentChildren, createContext } from 'preact'
import { useContext, useEffect, useState } from 'preact/hooks'
import type { Address, Place } from './address.ts'
import type { Routing } from './routing.ts'

interface Navigation {
  readonly address: Address
  readonly routing: Routing
  /** False until the reader has gone somewhere. */
  readonly hasMoved: boolean
  go(to: Place): void
  /** Without a new entry in the history. */
  replace(by: Place): void
  /** The number of the page whose card is open; null: none. */
  readonly card: string | null
  openCard(id: string): void
  /** A step back if the reader opened it here, so that his next one leads further. */
  closeCard(): void
}

const Current = createContext<Navigation | null>(null)

/** What stands with an entry of the browser's history: from which address it was reached. */
interface Entry {
  readonly from: string
}

interface NavigatedProps {
  readonly routing: Routing
  readonly children: ComponentChildren
}

/** Gives everything inside the current address; follows the browser's back and forward buttons. */
export function Navigated({ routing, children }: NavigatedProps) {
  const [url, setUrl] = useState(location.href)
  const [hasMoved, setMoved] = useState(false)
  useEffect(() => {
    const follow = () => {
      if (!routing.isPlace(new URL(location.href))) return
      setMoved(true)
      setUrl(location.href)
    }
    addEventListener('popstate', follow)
    return () => removeEventListener('popstate', follow)
  }, [])
  const { address, card } = routing.read(new URL(url))
  const push = (to: string) => {
    const entry: Entry = { from: routing.here(new URL(location.href)) }
    history.pushState(entry, '', to)
    setMoved(true)
    setUrl(location.href)
  }
  const replace = (by: string) => {
    history.replaceState(history.state, '', by)
    setUrl(location.href)
  }
  const navigation: Navigation = {
    address,
    routing,
    hasMoved,
    go: (to) => push(routing.write(to)),
    replace: (by) => replace(routing.write(by, card)),
    card,
    openCard(id) {
      if (address.page !== 'unknown') push(routing.write(address, id))
    },
    closeCard() {
      if (address.page === 'unknown') return
      const entry: Entry | null = history.state
      const without = routing.write(address)
      if (entry?.from === without) history.back()
      else replace(without)
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
  /** True where the reader goes on reading at the same place of the page. */
  readonly stays?: boolean
  readonly children: ComponentChildren
}

/** A link within the page. It is a real one: it can be copied and opened in a new tab. */
export function Link({ to, class: className, isCurrent = false, stays = false, children }: LinkProps) {
  const { go, routing } = useNavigation()
  const url = routing.write(to)
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    // the latest evening is loaded anew, and the page with it: both may have changed
    if (url === '/') return
    event.preventDefault()
    go(to)
    if (!stays) scrollTo(0, 0)
  }
  return (
    <a href={url} class={className} aria-current={isCurrent ? 'page' : undefined} onClick={follow}>
      {children}
    </a>
  )
}

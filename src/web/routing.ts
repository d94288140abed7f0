import { type Address, type Place, readAddress, readCard, writeAddress } from './address.ts'

/** How addresses stand in the browser's address bar; `card`: the number whose card is open. */
export interface Routing {
  read(url: URL): { readonly address: Address; readonly card: string | null }
  write(place: Place, card?: string | null): string
  /** As {@link write} wrote it. */
  here(url: URL): string
  /** False: the URL leads to a part of the page that is shown. */
  isPlace(url: URL): boolean
}

/** As paths: a server must know that each of them is the page. */
export const PATHS: Routing = {
  read: (url) => ({ address: readAddress(url), card: readCard(url) }),
  write: writeAddress,
  here: ({ pathname, search }) => pathname + search,
  isPlace: () => true,
}

const START = '#/'

/** Behind the address of a single document, which any server can hand out. */
export const FRAGMENTS: Routing = {
  read: ({ hash }) => PATHS.read(new URL(hash.startsWith(START) ? hash.slice(1) : '/try', 'http://page')),
  write: (place, card = null) => `#${writeAddress(place, card)}`,
  here: ({ hash }) => hash,
  isPlace: ({ hash }) => hash === '' || hash.startsWith(START),
}

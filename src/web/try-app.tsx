import { isOfFiles } from './address.ts'
import { Guarded } from './answer/guarded.tsx'
import { Link, useNavigation } from './navigation.tsx'
import { TriedPages } from './pages/try/tried-pages.tsx'
import { UnknownPage } from './unknown-page.tsx'

/** Files of this tab and nothing else: needs no server but one that hands out the page. */
export function TryApp() {
  const { address } = useNavigation()
  const reason = address.page === 'unknown' ? address.reason : 'This needs a server with Proximity.'
  return (
    <>
      <a class="skip" href="#content">
        Skip to the content
      </a>
      <header class="top-bar">
        <div class="top-bar-inside">
          <Link to={{ page: 'try' }} class="top-bar-name">
            Proximity
          </Link>
        </div>
      </header>
      <main id="content" tabIndex={-1}>
        <Guarded key={address.page}>
          {() =>
            isOfFiles(address) ? (
              <TriedPages address={address} />
            ) : (
              <UnknownPage reason={reason} ways={<Link to={{ page: 'try' }}>Try a file</Link>} />
            )
          }
        </Guarded>
      </main>
    </>
  )
}

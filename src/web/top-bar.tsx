import { type Address, LATEST, type Place } from './address.ts'
import type { Answer } from './answer/use-answer.ts'
import { ALL_BOARDS } from './board-address.ts'
import { ALL_MAPS } from './map-address.ts'
import { Mark } from './mark.tsx'
import { Link } from './navigation.tsx'
import type { Status } from './pages/status/status.ts'
import { ALL_PAIRS } from './pair-address.ts'
import { ALL_PLAYERS } from './player-address.ts'
import { Search } from './search/search.tsx'

const PAGES: readonly (readonly [name: string, to: Place])[] = [
  ['Evenings', LATEST],
  ['Maps', ALL_MAPS],
  ['Players', ALL_PLAYERS],
  ['Leaderboards', ALL_BOARDS],
  ['Pairs', ALL_PAIRS],
  ['Files', { page: 'files', state: null }],
  ['Status', { page: 'status' }],
]

/** Roles of the real one; any other is said, so that a copy is not taken for it. */
const OWN_ROLES = ['production', 'unset']

interface TopBarProps {
  readonly page: Address['page']
  readonly status: Answer<Status>
}

/** The name of the installation, what it is for, and the ways to every page. */
export function TopBar({ page, status }: TopBarProps) {
  const { instance_name, instance_role, ...state } =
    status.state === 'here'
      ? status.data
      : { instance_name: 'Proximity', instance_role: 'production', status: 'online' }
  return (
    <header class="top-bar">
      <div class="top-bar-inside">
        <Link to={LATEST} class="top-bar-name">
          {instance_name}
        </Link>
        {!OWN_ROLES.includes(instance_role) && <span class="role">{instance_role}</span>}
        <Search />
        <nav aria-label="Pages">
          <ul>
            {PAGES.map(([name, to]) => (
              <li key={name}>
                <Link to={to} isCurrent={page === to.page || `${page}s` === to.page}>
                  {name}
                  {to.page === 'status' && state.status === 'degraded' && (
                    <>
                      {' '}
                      <Mark kind="warn" />
                      <span class="visually-hidden">, something is wrong</span>
                    </>
                  )}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  )
}

import { excludedIn } from '../../analytics/excluded.ts'
import { scopeTree } from '../../analytics/scope-tree.ts'
import { scopes } from '../../contract/scopes.ts'
import { envelopeOf } from '../answer.ts'
import { route } from '../route.ts'
import { scopeOf } from '../scope-of.ts'

export const scopesRoute = route(scopes, async ({ db, query, now_ms }) => {
  const scope = scopeOf(query, now_ms, 60)
  const sessions = await scopeTree(db, scope)
  const envelope = envelopeOf(query, now_ms, sessions.length > 0)
  return {
    ...envelope,
    sessions,
    scope: { ...envelope.scope, session_date: sessions[0]?.session_date ?? null },
    excluded: await excludedIn(db, scope),
  }
})

import { excludedIn } from '../../analytics/excluded.ts'
import { fileLedger } from '../../analytics/file-ledger.ts'
import { definitions as readDefinitions } from '../../analytics/formula-version.ts'
import { installationFacts } from '../../analytics/installation.ts'
import { sensorStates } from '../../analytics/sensor-states.ts'
import { definitions } from '../../contract/definitions.ts'
import { files } from '../../contract/files.ts'
import { installation } from '../../contract/installation.ts'
import { envelopeOf, timeText } from '../answer.ts'
import { cursorOf, cursorText } from '../cursor-text.ts'
import { route } from '../route.ts'
import { scopeOf } from '../scope-of.ts'

export const filesRoute = route(files, async ({ db, query, now_ms }) => {
  const { next, ...found } = await fileLedger(db, query.state ?? null, query.limit, cursorOf(query.cursor))
  return { generated_at: timeText(now_ms), limit: query.limit, ...found, next: cursorText(next) }
})

export const installationRoute = route(installation, async ({ db, now_ms }) => ({
  generated_at: timeText(now_ms),
  ...(await installationFacts(db)),
}))

export const definitionsRoute = route(definitions, async ({ db, query, now_ms }) => {
  const scope = scopeOf(query, now_ms)
  const found = await sensorStates(db, scope)
  const excluded = await excludedIn(db, scope)
  return { ...envelopeOf(query, now_ms, found.rounds > 0), ...found, excluded, ...readDefinitions() }
})

import { expect, test } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }

test('npm scripts run under the pinned Node', () => {
  expect(process.versions.node).toBe(manifest.dependencies.node)
})

import { expect, test } from 'vitest'
import { z } from 'zod'
import { ENDPOINTS } from './endpoints.ts'

test('every address is there once, and its variable parts are described', () => {
  const addresses = ENDPOINTS.map(({ method, path }) => `${method} ${path}`)
  expect(new Set(addresses).size).toBe(addresses.length)
  for (const endpoint of ENDPOINTS) {
    const parts = [...endpoint.path.matchAll(/:(\w+)/g)].map(([, name]) => name)
    expect('params' in endpoint ? Object.keys(endpoint.params.shape) : []).toEqual(parts)
  }
})

test('every answer can be described to a machine, without a field of any type but those of the round file', () => {
  const free = new Set<string>()
  for (const { path, reply } of ENDPOINTS) {
    z.toJSONSchema(reply, {
      override: ({ jsonSchema, path: at }) => {
        if (Object.keys(jsonSchema).length === 0)
          free.add(`${path} ${at.filter((part) => part !== 'properties').join('.')}`)
      },
    })
  }
  expect([...free].sort()).toEqual([
    '/api/proximity/rounds/:id header.additionalProperties',
    '/api/proximity/rounds/:id sections.additionalProperties.rows.items.items',
  ])
})

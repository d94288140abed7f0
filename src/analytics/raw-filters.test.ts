import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const SOURCES = join(import.meta.dirname, '..')

function sources(folder: string): [name: string, text: string][] {
  return readdirSync(join(SOURCES, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !/\.(?:test|fixtures)\.ts$/.test(name))
    .map((name) => [`${folder}/${name}`, readFileSync(join(SOURCES, folder, name), 'utf8')])
}

test('no route speaks to the database itself', () => {
  for (const [name, text] of sources('api')) {
    // settings of a transaction are no questions
    const asked = text.replace(/\bsql`set local [^`]*`/g, '')
    expect(asked, name).not.toMatch(/\.(?:where|selectFrom|innerJoin)\(|\bsql[`<]/)
  }
})

test('what a scope means is said in one place', () => {
  for (const [name, text] of sources('analytics').filter(([name]) => name !== 'analytics/scope.ts')) {
    const filters = [...text.matchAll(/(?:where|having|on|onRef)\(\s*['"`]([\w.]+)/g)].map(([, column]) => column)
    for (const column of filters) {
      expect(`${name}: ${column}`).not.toMatch(
        /\b(?:session_date|map_name|round_number|round_start_unix|server_id|exclusion|file_id)$/,
      )
    }
  }
})

test('every question over many rounds asks about the rounds of a scope', () => {
  const tables = /selectFrom\('(derived_\w+|fact_\w+)( as \w+)?'\)/
  const ofOneRound = /where\('(?:\w+\.)?round_id', '=', /
  // `rounds`: ids that a question has asked for before, by the same functions
  const ofRounds =
    /where\('(?:\w+\.)?round_id', 'in', rounds\)|roundsIn\(|countedRounds\(|allRoundsIn\(|newestRounds\(|RowsPerRound/
  for (const [name, text] of sources('analytics')) {
    if (!tables.test(text) || ofOneRound.test(text) || name === 'analytics/scope.ts') continue
    expect(ofRounds.test(text), name).toBe(true)
  }
})

import { randomUUID } from 'node:crypto'
import pg from 'pg'

/** Makes a database on a server and gives its address. */
export async function newDatabase(server: string): Promise<string> {
  const name = `bench_${randomUUID().replaceAll('-', '')}`
  await ask(server, `create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

export async function dropDatabase(url: string): Promise<void> {
  const server = new URL(url)
  const name = server.pathname.slice(1)
  server.pathname = '/postgres'
  await ask(server.href, `drop database ${name} with (force)`)
}

/** The rows that a statement gives. */
export async function ask(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}

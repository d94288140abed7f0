import { cpus, loadavg, totalmem } from 'node:os'

/** What the numbers were measured on. */
export function machine() {
  const [first] = cpus()
  return {
    node: process.version,
    cpus: cpus().length,
    cpu: first?.model ?? 'unknown',
    memory_mb: Math.round(totalmem() / 1e6),
    load: load(),
  }
}

/** The load average of the last minute: what others do on the machine makes every number worse. */
export function load(): number {
  return Math.round((loadavg()[0] as number) * 100) / 100
}

import { createHash } from 'node:crypto'

/** The name of the compiled tracker, in dist and on the game server. */
export const MODULE_FILE = 'proximity_tracker.lua'

const VERSION = /VERSION = "(Proximity \d[^"]*)"/
const BUILD = /BUILD = "([0-9a-f]{8})"/

/** Version and build that a compiled tracker states, such as `Proximity 1.0.0 (build 1a2b3c4d)`; undefined for other files. */
export function versionOf(module: string): string | undefined {
  const [, version] = VERSION.exec(module) ?? []
  const [, build] = BUILD.exec(module) ?? []
  return version === undefined || build === undefined ? undefined : `${version} (build ${build})`
}

/** The signature by which the engine knows a module (`lua_status` shows it): its SHA-1 in upper case. */
export function signatureOf(module: string | Uint8Array): string {
  return createHash('sha1').update(module).digest('hex').toUpperCase()
}

import type { z } from 'zod'
import { kinds, oneOf, wholeNumber } from './kinds.ts'
import type { Setting } from './setting.ts'

/** Every setting, under the name that code knows it by. */
export const SETTINGS = {
  enabled: {
    name: 'PROXIMITY_ENABLED',
    default: 'true',
    meaning: 'With `false` nothing is imported, in whatever way; what is stored can still be looked at.',
    ...kinds.flag,
  },
  autoImport: {
    name: 'PROXIMITY_AUTO_IMPORT',
    default: 'true',
    meaning: 'With `false`, `serve` leaves the import folder alone: files come by `import`, `watch` or an upload.',
    ...kinds.flag,
  },
  importFolder: {
    name: 'PROXIMITY_IMPORT_DIR',
    default: '',
    meaning:
      'The folder into which the tracker writes its files; it is only read, and made if it is missing. Empty: the folder `incoming` in `PROXIMITY_DATA_DIR`.',
    ...kinds.path,
  },
  serverName: {
    name: 'PROXIMITY_SERVER_NAME',
    default: '',
    meaning: 'The game server of files that name none. Files of two servers need two names.',
    ...kinds.text,
  },
  timeZone: {
    name: 'PROXIMITY_TIME_ZONE',
    default: 'UTC',
    meaning: "The time zone of the game server's clock. It places rounds whose file has no start time.",
    ...kinds.timeZone,
  },
  scanIntervalS: {
    name: 'PROXIMITY_SCAN_INTERVAL_S',
    default: '300',
    meaning:
      'Seconds between two scans of the import folder. A new file is mostly noticed at once; the scans are for disks that do not tell.',
    ...wholeNumber(1, 86_400),
  },
  maxFileMb: {
    name: 'PROXIMITY_MAX_FILE_MB',
    default: '256',
    meaning: 'Larger files are rejected unread, in megabytes.',
    ...wholeNumber(1, 1_024),
  },
  databaseUrl: {
    name: 'DATABASE_URL',
    default: '',
    meaning: 'A PostgreSQL server, version 15 or later. Empty: the embedded database in `PROXIMITY_DATA_DIR`.',
    ...kinds.database,
    masked: withoutPassword,
  },
  dataFolder: {
    name: 'PROXIMITY_DATA_DIR',
    default: './data',
    meaning: 'The folder of the embedded database, and of the import folder unless that one is set.',
    ...kinds.path,
  },
  statementTimeoutMs: {
    name: 'PROXIMITY_STATEMENT_TIMEOUT_MS',
    default: '10000',
    meaning: 'Longest time that one question to a PostgreSQL server may take, in milliseconds.',
    ...wholeNumber(100, 600_000),
  },
  host: {
    name: 'PROXIMITY_HOST',
    default: '127.0.0.1',
    meaning:
      'The address at which the page and the API are served. With the default, only this machine can reach them.',
    ...kinds.host,
  },
  port: {
    name: 'PROXIMITY_PORT',
    default: '8000',
    meaning: 'The port of the page and the API; 0 for any that is free.',
    ...wholeNumber(0, 65_535),
  },
  uploadToken: {
    name: 'PROXIMITY_UPLOAD_TOKEN',
    default: '',
    meaning: 'The password for uploading files over HTTP. Empty: uploads are refused.',
    ...kinds.token,
    masked: (token: string) => (token === '' ? '' : '********'),
  },
  corsOrigins: {
    name: 'PROXIMITY_CORS_ORIGINS',
    default: '',
    meaning: 'Other web pages that may read the API in a browser.',
    ...kinds.origins,
  },
  trustedProxies: {
    name: 'PROXIMITY_TRUSTED_PROXIES',
    default: '',
    meaning: 'Reverse proxies in front of the server: what they say about the address of a visitor is believed.',
    ...kinds.proxies,
  },
  rateLimitPerMinute: {
    name: 'PROXIMITY_RATE_LIMIT_PER_MINUTE',
    default: '1200',
    meaning: 'Requests to the API that one address may send in a minute; 0 for no limit.',
    ...wholeNumber(0, 1_000_000),
  },
  mapPictures: {
    name: 'PROXIMITY_MAP_PICTURES',
    default: '',
    meaning:
      'A folder with pictures of maps from above, shown under the heat maps: `supply.png` or `supply.jpg`, at most 20 MB, and beside it `supply.json` with the world coordinates of its edges, `{"min_x": -4000, "min_y": -3000, "max_x": 4000, "max_y": 5000}`. Looked at when the server starts. Empty: none.',
    ...kinds.path,
  },
  gameServers: {
    name: 'PROXIMITY_GAME_SERVERS',
    default: '',
    meaning:
      "Game servers whose map and players the page *Status* shows, asked by the game's own query over UDP. Visitors see the names, not the addresses; the name of a server in its files brings both together. Empty: none is asked.",
    ...kinds.gameServers,
  },
  instanceName: {
    name: 'PROXIMITY_INSTANCE_NAME',
    default: 'Proximity',
    meaning: 'The name of this installation, shown on the page.',
    ...kinds.text,
  },
  role: {
    name: 'PROXIMITY_ROLE',
    default: 'production',
    meaning: 'What this installation is for, shown on the page, so that a copy is not taken for the real one.',
    ...oneOf(['production', 'demo', 'test']),
  },
  debugLog: {
    name: 'PROXIMITY_DEBUG_LOG',
    default: 'false',
    meaning: 'With `true` the log holds every request and the technical details of errors.',
    ...kinds.flag,
  },
} as const satisfies Record<string, Setting>

export type SettingKey = keyof typeof SETTINGS

/** The values of all settings, read and checked. */
export type Settings = { readonly [K in SettingKey]: z.output<(typeof SETTINGS)[K]['schema']> }

/** A database address without its password. */
function withoutPassword(text: string): string {
  if (text === '') return ''
  if (!URL.canParse(text)) return '(not an address)'
  const url = new URL(text)
  if (url.password !== '') url.password = '********'
  if (url.searchParams.has('password')) url.searchParams.set('password', '********')
  return url.href
}

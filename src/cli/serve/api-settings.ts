import { existsSync } from 'node:fs'
import { join } from 'node:path'
import manifest from '../../../package.json' with { type: 'json' }
import { type ApiSettings, DEFAULT_SETTINGS } from '../../api/settings.ts'
import type { Settings } from '../settings/table.ts'

const WEB_FOLDER = join(import.meta.dirname, '../../../dist/web')
const BYTES_PER_MB = 1_000_000

/** The settings of the HTTP side. */
export function apiSettings(settings: Settings): ApiSettings {
  return {
    ...DEFAULT_SETTINGS,
    version: manifest.version,
    instance_name: settings.instanceName,
    instance_role: settings.role,
    web_dir: existsSync(join(WEB_FOLDER, 'index.html')) ? WEB_FOLDER : null,
    map_pictures: settings.mapPictures === '' ? null : settings.mapPictures,
    game_servers: settings.gameServers,
    upload_token: settings.uploadToken === '' ? null : settings.uploadToken,
    upload_limit_bytes: settings.maxFileMb * BYTES_PER_MB,
    allowed_origins: settings.corsOrigins,
    trusted_proxies: settings.trustedProxies,
    requests_per_minute: settings.rateLimitPerMinute === 0 ? Number.MAX_SAFE_INTEGER : settings.rateLimitPerMinute,
    log_level: settings.debugLog ? 'info' : 'warn',
  }
}

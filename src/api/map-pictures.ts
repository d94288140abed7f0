import { lstat, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { RequestError } from './request-error.ts'

/** A map's name as a file may have it: no way out of the folder. */
const NAME = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}$/
/** Kinds of pictures, by ending: the type, and the bytes with which every file of it begins. */
const KINDS = {
  png: { type: 'image/png', magic: [0x89, 0x50, 0x4e, 0x47] },
  jpg: { type: 'image/jpeg', magic: [0xff, 0xd8, 0xff] },
} as const

const MOST_BYTES = 20_000_000
const MOST_CORNER_BYTES = 4_096

const corners = z
  .strictObject({ min_x: z.number(), min_y: z.number(), max_x: z.number(), max_y: z.number() })
  .refine(({ min_x, min_y, max_x, max_y }) => min_x < max_x && min_y < max_y)

export type MapPicture = z.output<typeof corners> & { readonly url: string }

/** The picture of a map and where its edges lie; null without one, or where nothing says where it lies. */
export async function mapPicture(folder: string | null, map_name: string): Promise<MapPicture | null> {
  if (folder === null || !NAME.test(map_name)) return null
  for (const ending of Object.keys(KINDS)) {
    const file = `${map_name}.${ending}`
    if (!(await isFile(join(folder, file), MOST_BYTES))) continue
    const place = await cornersOf(join(folder, `${map_name}.json`))
    return place === null ? null : { url: `/map-pictures/${file}`, ...place }
  }
  return null
}

async function cornersOf(path: string): Promise<z.output<typeof corners> | null> {
  if (!(await isFile(path, MOST_CORNER_BYTES))) return null
  try {
    return corners.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch {
    return null
  }
}

// a link could lead anywhere
async function isFile(path: string, most: number): Promise<boolean> {
  const stats = await lstat(path).catch(() => null)
  return stats?.isFile() === true && stats.size <= most
}

/** Serves the pictures of a folder, and nothing of it that is no picture. */
export function serveMapPictures(app: FastifyInstance, folder: string | null): void {
  app.get('/map-pictures/:file', { schema: { hide: true } }, async (request, reply) => {
    const { file } = request.params as { file: string }
    const [, name = '', ending = ''] = /^(.*)\.(png|jpg)$/.exec(file) ?? []
    const kind = KINDS[ending as keyof typeof KINDS]
    if (folder === null || kind === undefined || !NAME.test(name)) throw new RequestError(404, 'Not Found')
    const path = join(folder, `${name}.${ending}`)
    if (!(await isFile(path, MOST_BYTES)) || !(await beginsWith(path, kind.magic))) {
      throw new RequestError(404, 'Not Found')
    }
    return reply
      .type(kind.type)
      .header('cache-control', 'no-cache')
      .send(await readFile(path))
  })
}

async function beginsWith(path: string, magic: readonly number[]): Promise<boolean> {
  const file = await open(path)
  try {
    const { buffer } = await file.read(Buffer.alloc(magic.length), 0, magic.length, 0)
    return magic.every((byte, i) => buffer[i] === byte)
  } finally {
    await file.close()
  }
}

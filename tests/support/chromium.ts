import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { inflate } from '@sparticuz/chromium'
import { type Browser, chromium } from 'playwright-core'
import manifest from '../../package.json' with { type: 'json' }

const root = join(import.meta.dirname, '../..')

/** Starts a headless Chromium with WebGL 2: the one in CHROMIUM_PATH, else the one that npm installed. */
export async function launchChromium(): Promise<Browser> {
  const given = process.env.CHROMIUM_PATH
  const installed = given ? undefined : await unpackedChromium()
  return chromium.launch({
    executablePath: given ?? join(installed ?? '', 'chromium'),
    args: [
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      '--no-first-run',
    ],
    env: {
      ...process.env,
      ...(installed && {
        LD_LIBRARY_PATH: [join(installed, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
        FONTCONFIG_FILE: join(installed, 'fonts.conf'),
      }),
    },
  })
}

/** Unpacks browser, libraries and fonts once per version; the package itself would do so into the shared /tmp. */
async function unpackedChromium(): Promise<string> {
  const cache = join(root, 'node_modules/.cache')
  const directory = join(cache, `chromium-${manifest.devDependencies['@sparticuz/chromium']}`)
  if (existsSync(directory)) return directory

  await mkdir(cache, { recursive: true })
  const unfinished = await mkdtemp(`${directory}-`)
  const archives = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '../bin')
  const { TMPDIR } = process.env
  try {
    // the package unpacks to the temporary directory and nowhere else
    process.env.TMPDIR = unfinished
    await Promise.all((await readdir(archives)).map((name) => inflate(join(archives, name))))
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = TMPDIR
  }
  // its own font list points at /tmp; with this one every machine draws text with the same font
  const fonts = `<fontconfig><dir>${directory}/fonts</dir><cachedir>${directory}/font-cache</cachedir></fontconfig>\n`
  await writeFile(join(unfinished, 'fonts.conf'), fonts)
  try {
    await rename(unfinished, directory)
  } catch (error) {
    await rm(unfinished, { recursive: true })
    // another test process was faster
    if (!existsSync(directory)) throw error
  }
  return directory
}

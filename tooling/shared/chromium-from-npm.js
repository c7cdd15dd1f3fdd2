import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'

const CACHE = path.join(import.meta.dirname, 'node_modules/.cache')
const { dependencies } = JSON.parse(readFileSync(path.join(import.meta.dirname, 'package.json'), 'utf8'))
const FOLDER = path.join(CACHE, `chromium-${dependencies['@sparticuz/chromium']}`)

/** The path of the program that {@link unpackChromiumFromNpm} creates: Chromium with its libraries and fonts. */
export const CHROMIUM_FROM_NPM = path.join(FOLDER, 'chromium.sh')

// `@sparticuz/chromium` unpacks into TMPDIR, and includes its libraries only if AWS_EXECUTION_ENV is set.
const UNPACK = "import chromium from '@sparticuz/chromium'; await chromium.executablePath()"

const START = `#!/bin/sh
LD_LIBRARY_PATH="${FOLDER}/al2023/lib" FONTCONFIG_FILE="${FOLDER}/fonts.conf" exec "${FOLDER}/chromium" "$@"
`

// Chromium crashes if it finds no font, and the unpacked configuration only looks in folders of AWS Lambda.
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${FOLDER}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${FOLDER}/fonts-cache</cachedir>
</fontconfig>
`

/**
 * Unpacks the Chromium of `@sparticuz/chromium` (Linux x64) into this package's `node_modules/.cache`, unless it is already
 * there. Safe to call from several processes at the same time.
 *
 * @returns {Promise<void>}
 */
export async function unpackChromiumFromNpm() {
  if (existsSync(CHROMIUM_FROM_NPM)) return
  await mkdir(CACHE, { recursive: true })
  const unpacked = await mkdtemp(path.join(CACHE, 'unpacking-'))
  try {
    await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', UNPACK], {
      cwd: import.meta.dirname,
      env: { ...process.env, TMPDIR: unpacked, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
    })
    await writeFile(path.join(unpacked, 'fonts.conf'), FONTS)
    await writeFile(path.join(unpacked, path.basename(CHROMIUM_FROM_NPM)), START, { mode: 0o755 })
    await rename(unpacked, FOLDER)
  } catch (error) {
    await rm(unpacked, { recursive: true, force: true })
    // Another process may have finished first.
    if (!existsSync(CHROMIUM_FROM_NPM)) throw error
  }
}

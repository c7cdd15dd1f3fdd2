import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import path from 'node:path'
import { promisify } from 'node:util'
import { PUBLISHED_PACKAGES } from './published-packages.js'

const ROOT = path.resolve(import.meta.dirname, '../..')

/**
 * Packs every published package as it would go to npm, with the pnpm that the root pins, and returns the tarballs'
 * paths in the order of `PUBLISHED_PACKAGES`. The packages must have been built.
 *
 * @param {string} folder where the tarballs go
 * @returns {Promise<string[]>}
 */
export async function packPackages(folder) {
  const names = PUBLISHED_PACKAGES.map(({ manifest }) => manifest.name)
  const filters = names.map((name) => `--filter=${name}`)
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [pnpmCommand(), ...filters, '--fail-if-no-match', 'pack', '--json', '--pack-destination', folder],
    { cwd: ROOT, maxBuffer: 64 * 1024 * 1024 },
  )
  /** @type {{ name: string, filename: string }[]} */
  const packed = [JSON.parse(stdout)].flat()
  return names.map((name) => {
    const tarball = packed.find((each) => each.name === name)
    if (tarball === undefined) throw new Error(`pnpm packed no ${name}`)
    return tarball.filename
  })
}

function pnpmCommand() {
  const pnpm = createRequire(path.join(ROOT, 'package.json')).resolve('pnpm')
  return path.join(path.dirname(pnpm), 'bin/pnpm.cjs')
}

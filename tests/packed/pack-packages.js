import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { pnpmCommand } from './pnpm-command.js'
import { PUBLISHED_PACKAGES } from './published-packages.js'

const ROOT = path.resolve(import.meta.dirname, '../..')

/**
 * Packs packages for npm with the pnpm version that the root pins. Build the packages first.
 *
 * @param {string} folder the output folder
 * @param {readonly string[]} [names] the packages. Default: every published package
 * @returns {Promise<string[]>} the paths of the tarballs, in the order of the packages
 * @throws {Error} when pnpm fails or a tarball is missing
 */
export async function packPackages(folder, names = PUBLISHED_PACKAGES.map(({ manifest }) => manifest.name)) {
  const filters = names.map((name) => `--filter=${name}`)
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      pnpmCommand(),
      '--silent',
      ...filters,
      '--fail-if-no-match',
      'pack',
      '--json',
      '--pack-destination',
      folder,
    ],
    { cwd: ROOT, maxBuffer: 64 * 1024 * 1024 },
  )
  // The prepack scripts print before it.
  const json = stdout.slice(stdout.search(/^[[{]/m))
  /** @type {{ name: string, filename: string }[]} */
  const packed = [JSON.parse(json)].flat()
  return names.map((name) => {
    const tarball = packed.find((each) => each.name === name)
    if (tarball === undefined) throw new Error(`pnpm created no tarball for ${name}`)
    return tarball.filename
  })
}

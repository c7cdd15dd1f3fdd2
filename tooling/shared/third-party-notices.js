import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const NOTICES = 'dist/THIRD-PARTY-NOTICES.txt'
const HEADING = 'The files of this folder contain code of these packages.\n'

/**
 * Writes the licenses of the packages from npm that a build includes to `dist/THIRD-PARTY-NOTICES.txt`. Most licenses require
 * their text in every copy. Builds that run after each other add to the same file.
 *
 * @param {string} [folder] of the package that is built
 * @returns {import('esbuild').Plugin}
 */
export const thirdPartyNotices = (folder = process.cwd()) => ({
  name: 'third-party-notices',
  setup(build) {
    build.initialOptions.metafile = true
    build.onEnd(({ metafile }) => {
      const folders = new Set(Object.keys(metafile?.inputs ?? {}).flatMap(packageFolderOf))
      for (const each of folders) addNotice(path.join(folder, NOTICES), path.resolve(each))
    })
  },
})

/** @param {string} input a path of the metafile */
function packageFolderOf(input) {
  const [, folder] = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(`/${input}`) ?? []
  return folder === undefined ? [] : [folder.slice(1)]
}

/**
 * @param {string} file
 * @param {string} folder of the included package
 */
function addNotice(file, folder) {
  const { name, version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
  const license = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each))
  if (license === undefined) throw new Error(`${name} is included in a build, but has no license file`)
  const text = existsSync(file) ? readFileSync(file, 'utf8') : HEADING
  const title = `\n--- ${name} ${version} ---\n`
  if (text.includes(title)) return
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, `${text}${title}\n${readFileSync(path.join(folder, license), 'utf8').trim()}\n`)
}

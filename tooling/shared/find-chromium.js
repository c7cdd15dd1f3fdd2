import { existsSync } from 'node:fs'
import path from 'node:path'
import { CHROMIUM_FROM_NPM } from './chromium-from-npm.js'

const INSTALLED = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
    .map((name) => process.env[name])
    .filter((folder) => folder !== undefined)
    .map((folder) => path.join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')),
}

/**
 * Finds Chrome or Chromium. Looks at `CHROMIUM_PATH` first, then for the one that `provideChromium` unpacked, then for an
 * installed one.
 *
 * @returns {string | undefined} the path of its program
 * @throws {Error} when the file in `CHROMIUM_PATH` does not exist
 */
export function findChromium() {
  const chosen = process.env['CHROMIUM_PATH']
  if (chosen) {
    if (!existsSync(chosen))
      throw new Error(`CHROMIUM_PATH is set to ${chosen}, which does not exist. Correct or unset it.`)
    return chosen
  }
  return [CHROMIUM_FROM_NPM, ...(INSTALLED[process.platform] ?? [])].find((place) => existsSync(place))
}

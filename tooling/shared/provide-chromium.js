import { unpackChromiumFromNpm } from './chromium-from-npm.js'
import { findChromium } from './find-chromium.js'

/**
 * Provides a browser for the tests: the one that `CHROMIUM_PATH` names, on Linux (x64) the one from npm, elsewhere an installed
 * Chrome or Chromium. Changes nothing outside `node_modules`.
 *
 * @returns {Promise<string>} the path of its program
 * @throws {Error} with the reason when there is no browser
 */
export async function provideChromium() {
  if (!process.env['CHROMIUM_PATH'] && process.platform === 'linux' && process.arch === 'x64')
    await unpackChromiumFromNpm()
  const found = findChromium()
  if (found === undefined)
    throw new Error('No Chrome or Chromium found. Install one, or set CHROMIUM_PATH to its program.')
  return found
}

import { chromium } from 'playwright-core'
import { describe } from 'vitest'
import { findChromium } from './find-chromium.js'

export { findChromium }

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * Starts the headless Chrome or Chromium that {@link findChromium} finds.
 *
 * @param {import('playwright-core').LaunchOptions} [options]
 * @returns {Promise<import('playwright-core').Browser>}
 * @throws {Error} when there is no browser
 */
export async function launchChromium(options = {}) {
  const executablePath = findChromium()
  if (executablePath === undefined)
    throw new Error('No Chrome or Chromium found. Install one, or set CHROMIUM_PATH to its program.')
  return chromium.launch({
    executablePath,
    headless: true,
    ...options,
    args: [...FLAGS, ...(options.args ?? [])],
  })
}

/**
 * Declares a `describe` whose tests need a browser. Without a browser they are skipped, or with `CI=true` fail.
 *
 * @param {string} name
 * @param {() => void} tests
 * @returns {void}
 * @throws {Error} with `CI=true`, when there is no browser
 */
export function describeInChromium(name, tests) {
  const isMissing = findChromium() === undefined
  if (isMissing && process.env['CI'] === 'true')
    throw new Error(
      `The tests of "${name}" need Chrome or Chromium. Install one, or set CHROMIUM_PATH to its program.`,
    )
  describe.skipIf(isMissing)(`${name} [chromium]`, tests)
}

import { chromium } from 'playwright-core'
import { describe } from 'vitest'
import { findChromium } from './find-chromium.js'

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
 */
export async function launchChromium(options = {}) {
  const executablePath = findChromium()
  if (executablePath === undefined)
    throw new Error('There is no Chrome or Chromium: set CHROMIUM_PATH to its path')
  return chromium.launch({
    executablePath,
    headless: true,
    ...options,
    args: [...FLAGS, ...(options.args ?? [])],
  })
}

/**
 * A `describe` for tests that need a browser. Without one they are skipped on a laptop, and fail where `CI` is true.
 *
 * @param {string} name
 * @param {() => void} tests
 */
export function describeInChromium(name, tests) {
  const isMissing = findChromium() === undefined
  if (isMissing && process.env['CI'] === 'true')
    throw new Error(`"${name}" needs Chrome or Chromium: set CHROMIUM_PATH`)
  describe.skipIf(isMissing)(`${name} [chromium]`, tests)
}

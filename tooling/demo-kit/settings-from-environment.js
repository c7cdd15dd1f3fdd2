import { StartUpError } from './start-up-error.js'
import { wholeNumberFrom } from './whole-number-from.js'

/**
 * Where a demo listens, whose storage it uploads to, and how long its tokens live.
 *
 * @typedef {object} DemoSettings
 * @property {number} port the port of the page and its backend; 0 takes a free one
 * @property {number} emulatorPort the port of the emulator, where one is started; 0 takes a free one
 * @property {{ publicKey: string, secretKey: string } | undefined} uploadcareKeys the keys of a real project. Without
 *   them the demo starts the emulator.
 * @property {number} tokenSeconds how long a token lives
 */

/**
 * Reads `PORT`, `EMULATOR_PORT`, `UPLOADCARE_PUBLIC_KEY`, `UPLOADCARE_SECRET_KEY` and `UPLOAD_TOKEN_SECONDS`.
 *
 * @param {Record<string, string | undefined>} environment
 * @returns {DemoSettings}
 * @throws {StartUpError} naming the variable and what it has to be
 */
export function settingsFromEnvironment(environment) {
  return {
    port: wholeNumberFrom(environment, 'PORT', { usual: 3000, least: 0, most: 65_535 }),
    emulatorPort: wholeNumberFrom(environment, 'EMULATOR_PORT', { usual: 7070, least: 0, most: 65_535 }),
    uploadcareKeys: keysFrom(environment),
    tokenSeconds: wholeNumberFrom(environment, 'UPLOAD_TOKEN_SECONDS', {
      usual: 1800,
      least: 1,
      most: 86_400,
    }),
  }
}

function keysFrom(environment) {
  const publicKey = environment['UPLOADCARE_PUBLIC_KEY']?.trim()
  const secretKey = environment['UPLOADCARE_SECRET_KEY']?.trim()
  if (publicKey && secretKey) return { publicKey, secretKey }
  if (!publicKey && !secretKey) return undefined
  const names = ['UPLOADCARE_PUBLIC_KEY', 'UPLOADCARE_SECRET_KEY']
  const [set, missing] = publicKey ? names : names.reverse()
  throw new StartUpError(
    `${set} is set, but ${missing} is not. Set both to use Uploadcare, or neither to use the emulator.`,
  )
}

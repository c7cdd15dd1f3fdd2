import { StartUpError } from './start-up-error.js'
import { wholeNumberFrom } from './whole-number-from.js'

/**
 * The settings that all demos share.
 *
 * @typedef {object} DemoSettings
 * @property {number} port port of the page and its backend; 0 selects a free port
 * @property {number} emulatorPort port of the emulator, if one is started; 0 selects a free port
 * @property {{ publicKey: string, secretKey: string } | undefined} uploadcareKeys keys of an Uploadcare project. Without
 *   them the demo starts the emulator.
 * @property {number} tokenSeconds token lifetime in seconds
 */

/**
 * Reads `PORT`, `EMULATOR_PORT`, `UPLOADCARE_PUBLIC_KEY`, `UPLOADCARE_SECRET_KEY` and `UPLOAD_TOKEN_SECONDS`.
 *
 * @param {Record<string, string | undefined>} environment
 * @returns {DemoSettings}
 * @throws {StartUpError} when a value is invalid; the message names the variable and the valid values
 */
export function settingsFromEnvironment(environment) {
  return {
    port: wholeNumberFrom(environment, 'PORT', { default: 3000, min: 0, max: 65_535 }),
    emulatorPort: wholeNumberFrom(environment, 'EMULATOR_PORT', { default: 7070, min: 0, max: 65_535 }),
    uploadcareKeys: keysFrom(environment),
    tokenSeconds: wholeNumberFrom(environment, 'UPLOAD_TOKEN_SECONDS', {
      default: 1800,
      min: 1,
      max: 86_400,
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

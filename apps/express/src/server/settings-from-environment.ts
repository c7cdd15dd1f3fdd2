import type { DemoSettings } from './demo-settings.js'
import { StartUpError } from './start-up-error.js'

type Environment = Record<string, string | undefined>

/**
 * Reads `PORT`, `EMULATOR_PORT`, `UPLOADCARE_PUBLIC_KEY` and `UPLOADCARE_SECRET_KEY`.
 *
 * @throws {StartUpError} naming the variable and what it has to be.
 */
export function settingsFromEnvironment(environment: Environment): DemoSettings {
  return {
    port: portFrom(environment, 'PORT', 3000),
    emulatorPort: portFrom(environment, 'EMULATOR_PORT', 7070),
    uploadcareKeys: keysFrom(environment),
  }
}

function portFrom(environment: Environment, name: string, usualPort: number): number {
  const text = environment[name]?.trim()
  if (!text) return usualPort
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new StartUpError(`${name} must be a port, a whole number from 0 to 65535, not "${text}".`)
}

function keysFrom(environment: Environment): DemoSettings['uploadcareKeys'] {
  const publicKey = environment['UPLOADCARE_PUBLIC_KEY']?.trim()
  const secretKey = environment['UPLOADCARE_SECRET_KEY']?.trim()
  if (publicKey && secretKey) return { publicKey, secretKey }
  if (!publicKey && !secretKey) return undefined
  const [set, missing] = publicKey
    ? ['UPLOADCARE_PUBLIC_KEY', 'UPLOADCARE_SECRET_KEY']
    : ['UPLOADCARE_SECRET_KEY', 'UPLOADCARE_PUBLIC_KEY']
  throw new StartUpError(
    `${set} is set, but ${missing} is not. Set both to use Uploadcare, or neither to use the emulator.`,
  )
}

import { StartUpError } from './start-up-error.js'

/**
 * Turns `EADDRINUSE` and `EACCES` into an error that says which variable to change. Rethrows every other error.
 *
 * @param {unknown} error
 * @param {number} port
 * @param {'PORT' | 'EMULATOR_PORT'} variable the environment variable that sets the port
 * @returns {never}
 */
export function explainPort(error, port, variable) {
  const advice = `Set another one, for example ${variable}=${port === 0 ? 3001 : port + 1}.`
  const code = codeOf(error)
  if (code === 'EADDRINUSE') throw new StartUpError(`Port ${port} on 127.0.0.1 is in use. ${advice}`)
  if (code === 'EACCES') throw new StartUpError(`No permission to use port ${port} on 127.0.0.1. ${advice}`)
  throw error
}

/** Returns the error code. The emulator wraps the original error as the cause. */
function codeOf(error) {
  if (!(error instanceof Error)) return undefined
  return 'code' in error ? error.code : codeOf(error.cause)
}

import { StartUpError } from './start-up-error.js'

/**
 * Turns "address in use" and its like into a line that says what to do. Every other error is thrown as it is.
 *
 * @param {unknown} error
 * @param {number} port
 * @param {'PORT' | 'EMULATOR_PORT'} variable
 * @returns {never}
 */
export function explainPort(error, port, variable) {
  const advice = `Choose another one with ${variable}, as ${variable}=${port === 0 ? 3001 : port + 1}.`
  const code = codeOf(error)
  if (code === 'EADDRINUSE') throw new StartUpError(`Port ${port} on 127.0.0.1 is taken. ${advice}`)
  if (code === 'EACCES') throw new StartUpError(`Port ${port} on 127.0.0.1 may not be used. ${advice}`)
  throw error
}

/** The emulator explains the error in its own words and keeps the original as the cause. */
function codeOf(error) {
  if (!(error instanceof Error)) return undefined
  return 'code' in error ? error.code : codeOf(error.cause)
}

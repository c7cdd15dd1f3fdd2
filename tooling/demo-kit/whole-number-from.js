import { StartUpError } from './start-up-error.js'

/**
 * Reads a whole number from an environment variable.
 *
 * @param {Record<string, string | undefined>} environment
 * @param {string} name name of the variable
 * @param {{ default: number, min: number, max: number }} range
 * @returns {number} `range.default` when the variable is unset or blank
 * @throws {StartUpError} when the value is invalid; the message names the variable and the valid values
 */
export function wholeNumberFrom(environment, name, { default: defaultValue, min, max }) {
  const text = environment[name]?.trim()
  if (!text) return defaultValue
  const number = Number(text)
  if (Number.isInteger(number) && number >= min && number <= max) return number
  throw new StartUpError(`${name} must be a whole number from ${min} to ${max}, not "${text}".`)
}

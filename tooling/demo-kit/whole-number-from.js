import { StartUpError } from './start-up-error.js'

/**
 * Reads a whole number from a variable.
 *
 * @param {Record<string, string | undefined>} environment
 * @param {string} name of the variable
 * @param {{ usual: number, least: number, most: number }} range `usual` is what it is when nothing is set
 * @returns {number}
 * @throws {StartUpError} naming the variable and what it has to be
 */
export function wholeNumberFrom(environment, name, { usual, least, most }) {
  const text = environment[name]?.trim()
  if (!text) return usual
  const number = Number(text)
  if (Number.isInteger(number) && number >= least && number <= most) return number
  throw new StartUpError(`${name} must be a whole number from ${least} to ${most}, not "${text}".`)
}

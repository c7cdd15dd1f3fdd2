import { assertKnownOptions } from './assert-known-options.js'

/** Options of one type: their names, a check of the value, and its description. Without a check each value is accepted. */
export type OptionRule = readonly [names: string, isValid?: (value: unknown) => boolean, expected?: string]

/**
 * Rejects unknown names and invalid values.
 *
 * @param isStrict whether every unknown name is rejected, and not only one that is close to a known name
 * @throws {TypeError} naming the option.
 */
export function assertOptions(options: object, rules: readonly OptionRule[], isStrict?: boolean): void {
  const values = Object(options) as Record<string, unknown>
  const known: string[] = []
  for (const [names, isValid, expected = ''] of rules) {
    for (const name of names.split(' ')) {
      if (!known.includes(name)) known.push(name)
      const value = values[name]
      if (value !== undefined && isValid?.(value) === false)
        throw new TypeError(`"${name}" must be ${expected}`)
    }
  }
  assertKnownOptions(options, known, isStrict)
}

export const isFunction = (value: unknown): boolean => typeof value === 'function'

/** Whether a value is a number of at least `least`. */
export const isAtLeast =
  (least: number) =>
  (value: unknown): boolean =>
    typeof value === 'number' && value >= least

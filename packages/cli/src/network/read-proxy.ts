import { UsageError } from '../usage-error.js'

/**
 * Reads the URL of a proxy from the first of the variables that is set.
 *
 * @returns the URL, with `http:` if the variable has no scheme, or `undefined` if no variable is set
 * @throws {UsageError} naming the variable, never its value, which can contain a password
 */
export function readProxy(
  env: Readonly<Record<string, string | undefined>>,
  ...names: readonly string[]
): string | undefined {
  const name = names.find((each) => env[each])
  if (name === undefined) return undefined
  const value = env[name] ?? ''
  const text = value.includes('://') ? value : `http://${value}`
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text
  throw new UsageError(`${name} must be the URL of an HTTP proxy, for example http://proxy.example.com:3128.`)
}

import { originOf } from '../network/origin-of.js'
import { isFilledText } from './is-filled-text.js'

/**
 * Rejects a value that is no http or https address. A relative address is accepted.
 *
 * @throws {TypeError} naming the option.
 */
export function assertHttpUrl(name: string, address: unknown): void {
  const text = String(address)
  const isAddress = isFilledText(address) || 'href' in (Object(address) as object)
  const isAbsolute = /^[a-z][\w+.-]*:/i.test(text)
  // Schemes that browsers do not know have the origin "null".
  if (isAddress && (!isAbsolute || originOf(text).startsWith('http'))) return
  throw new TypeError(`"${name}" must be an http or https URL, got ${JSON.stringify(text)}`)
}

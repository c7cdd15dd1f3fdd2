import { originOf } from '../network/origin-of.js'

/**
 * Rejects an address that is not http or https. A relative one is accepted.
 *
 * @throws {TypeError} naming the option.
 */
export function assertHttpUrl(name: string, address: string | URL): void {
  const text = String(address)
  const isAbsolute = /^[a-z][\w+.-]*:/i.test(text)
  // Schemes that browsers do not know have the origin "null".
  if (!isAbsolute || originOf(text).startsWith('http')) return
  throw new TypeError(`"${name}" must be an http or https URL, got ${JSON.stringify(text)}`)
}

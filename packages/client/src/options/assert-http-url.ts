/**
 * Rejects an address that is not http or https. A relative one is accepted.
 *
 * @throws {TypeError} naming the option.
 */
export function assertHttpUrl(name: string, address: string | URL): void {
  const text = String(address)
  const isAbsolute = /^[a-z][\w+.-]*:/i.test(text)
  if (!isAbsolute || (/^https?:/i.test(text) && isUrl(text))) return
  throw new TypeError(`"${name}" must be an http or https URL, got ${JSON.stringify(text)}`)
}

function isUrl(text: string): boolean {
  try {
    return Boolean(new URL(text))
  } catch {
    return false
  }
}

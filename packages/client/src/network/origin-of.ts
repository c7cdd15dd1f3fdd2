/** Returns the origin of an address; `''` for text that is no address, like the keyword `inline`. */
export function originOf(address: string | URL): string {
  try {
    return new URL(address, typeof location === 'undefined' ? undefined : location.href).origin
  } catch {
    return ''
  }
}

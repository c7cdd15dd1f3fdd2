/** Finds a cookie's value in a `Cookie` header. Enough for values that need no decoding, such as a UUID. */
export function readCookie(header: string | undefined, name: string): string | undefined {
  const pairs = header?.split('; ') ?? []
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1)
}

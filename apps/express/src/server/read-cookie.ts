/** Returns the value of a cookie in a `Cookie` header. Does not decode; for values such as a UUID. */
export function readCookie(header: string | undefined, name: string): string | undefined {
  const pairs = header?.split('; ') ?? []
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1)
}

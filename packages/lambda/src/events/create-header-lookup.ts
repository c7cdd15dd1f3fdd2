type LambdaHeaders = Record<string, string | string[] | undefined>

/** Creates a case-insensitive header look-up, because a REST API keeps the case that the client used. */
export function createHeaderLookup(headers: LambdaHeaders): (name: string) => string | undefined {
  const values = new Map<string, string>()
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined) continue
    const key = name.toLowerCase()
    const earlier = values.get(key)
    const text = Array.isArray(value) ? value.join(', ') : value
    values.set(key, earlier === undefined ? text : `${earlier}, ${text}`)
  }
  return (name) => values.get(name)
}

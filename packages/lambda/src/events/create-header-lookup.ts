type LambdaHeaders = Record<string, string | string[] | undefined>

/** Finds headers whatever the case of their names: a REST API passes them on as the client wrote them. */
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

import { isObject } from './is-object.js'

/**
 * Creates a case-insensitive look-up for the headers of an event. A header that is in both maps has its values from
 * `multiValueHeaders`; a header that is in one map has its values from there, because either map may be empty or lack some.
 */
export function createHeaderLookup(
  headers: unknown,
  multiValueHeaders: unknown,
): (name: string) => string | undefined {
  const values = new Map([...collectValues(headers), ...collectValues(multiValueHeaders)])
  return (name) => values.get(name)?.join(', ')
}

/** Collects the values of a map by lower-case name. REST APIs keep the case that the client used. */
function collectValues(map: unknown): Map<string, string[]> {
  const values = new Map<string, string[]>()
  for (const [name, value] of Object.entries(isObject(map) ? map : {})) {
    const given = [value].flat().filter((single): single is string => typeof single === 'string')
    if (given.length === 0) continue
    const key = name.toLowerCase()
    values.set(key, [...(values.get(key) ?? []), ...given])
  }
  return values
}

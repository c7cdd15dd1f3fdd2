import { isArray, type Json, type JsonObject, type Recording } from './recording.js'

/** Values that the emulator assigns: only their types are compared. */
const ASSIGNED_KEYS = new Set(['id', 'project', 'name', 'created', 'updated'])

/** Lists the places where a response differs from its recording: status, headers, keys, key order, types and values. */
export async function differences(recording: Recording, response: Response, type: string): Promise<string[]> {
  const text = await response.text()
  const headers = Object.entries(recording.headers).flatMap(([name, value]) => {
    const expected = name === 'content-type' ? type : [value].flat().join(', ')
    return response.headers.get(name) === expected ? [] : [`header ${name}`]
  })
  const unexpected = [...response.headers.keys()].filter((name) => !(name in recording.headers))
  return [
    ...(response.status === recording.status ? [] : ['status']),
    ...headers,
    ...unexpected.map((name) => `header ${name} is added`),
    ...jsonDifferences('body', recording.body, text === '' ? null : (JSON.parse(text) as Json)),
  ]
}

function jsonDifferences(place: string, recorded: Json, actual: Json): string[] {
  if (isArray(recorded) && isArray(actual)) {
    if (recorded.length !== actual.length) return [`${place} has another length`]
    return recorded.flatMap((item, index) =>
      jsonDifferences(`${place}[${index}]`, item, actual[index] ?? null),
    )
  }
  if (isObject(recorded) && isObject(actual)) {
    if (keysOf(recorded, place) !== keysOf(actual, place)) {
      return [`${place} has the keys ${Object.keys(actual).join()}`]
    }
    return Object.keys(recorded).flatMap((key) =>
      jsonDifferences(`${place}.${key}`, recorded[key] ?? null, actual[key] ?? null),
    )
  }
  if (
    ASSIGNED_KEYS.has(place.split('.').at(-1) ?? '') &&
    typeof recorded === typeof actual &&
    actual !== null
  ) {
    return []
  }
  return Object.is(recorded, actual) ? [] : [place]
}

/** Lists the keys in order. Those of image info had another order until 2021; the order of the newest recordings wins. */
function keysOf(object: JsonObject, place: string): string {
  const keys = Object.keys(object)
  return (place.endsWith('.image_info') ? keys.sort() : keys).join()
}

function isObject(json: Json): json is JsonObject {
  return typeof json === 'object' && json !== null && !isArray(json)
}

import { INTENDED_DIFFERENCES } from './differences.js'
import { endpointOf, recordedAt, RECORDINGS, type Json, type Recording } from './recording.js'

/** Values that differ in each exchange: only their type is compared. */
const VARYING_KEYS = /^(?:datetime_created|cdn_url|url|parts)$/
const SET_HEADERS = ['vary', 'access-control-allow-headers', 'access-control-expose-headers']
const OLD_UNTIL_MS = Date.UTC(2022, 0, 1)

/** Returns the places where a response differs from the recording, without the intended differences. */
export async function differences(recording: Recording, response: Response): Promise<string[]> {
  const text = await response.text()
  const all = [
    ...(response.status === recording.status ? [] : [`status`]),
    ...headerDifferences(recording, response),
    ...bodyDifferences(recording, text),
  ]
  return all.filter(
    (difference) =>
      !INTENDED_DIFFERENCES.some(
        ({ recordings, place }) => (recordings?.includes(recording.index) ?? true) && place.test(difference),
      ),
  )
}

function headerDifferences(recording: Recording, { headers }: Response): string[] {
  return Object.entries(recording.headers).flatMap(([name, recorded]) => {
    const value = headers.get(name)
    if (value === null) return [`header ${name} is missing`]
    const isEqual =
      name === 'etag'
        ? value !== ''
        : SET_HEADERS.includes(name)
          ? setOf([recorded].flat().join(',')).isSubsetOf(setOf(value))
          : name === 'access-control-allow-methods'
            ? value === newestMethods(recording)
            : value === recorded
    return isEqual ? [] : [`header ${name}`]
  })
}

function setOf(list: string): {
  isSubsetOf(other: ReturnType<typeof setOf>): boolean
  names: readonly string[]
} {
  const names = list.split(',').map((name) => name.trim().toLowerCase())
  return { names, isSubsetOf: (other) => names.every((name) => other.names.includes(name)) }
}

function newestMethods(recording: Recording): Json | readonly string[] | undefined {
  const sameEndpoint = RECORDINGS.filter((other) => endpointOf(other) === endpointOf(recording))
  return sameEndpoint.toSorted((a, b) => recordedAt(b) - recordedAt(a))[0]?.headers[
    'access-control-allow-methods'
  ]
}

function bodyDifferences(recording: Recording, text: string): string[] {
  if (recording.headers['content-type'] !== 'application/json') {
    return text === recording.body ? [] : ['body']
  }
  const isOld = recordedAt(recording) < OLD_UNTIL_MS
  return jsonDifferences('body', JSON.parse(recording.body) as Json, JSON.parse(text) as Json, isOld)
}

function jsonDifferences(place: string, recorded: Json, actual: Json, isOld: boolean): string[] {
  if (isArray(recorded) || isArray(actual)) {
    if (!isArray(recorded) || !isArray(actual) || recorded.length !== actual.length) return [place]
    return recorded.flatMap((item, index) =>
      jsonDifferences(`${place}[${index}]`, item, actual[index] ?? null, isOld),
    )
  }
  if (typeof recorded !== 'object' || recorded === null || typeof actual !== 'object' || actual === null) {
    const isVarying = VARYING_KEYS.test(
      place
        .split('.')
        .at(-1)
        ?.replace(/\[\d+\]$/, '') ?? '',
    )
    return recorded === actual || (isVarying && typeof recorded === typeof actual) ? [] : [place]
  }
  const added = Object.keys(actual).filter((key) => !(key in recorded))
  const common = Object.keys(recorded).filter((key) => key in actual)
  const order = Object.keys(actual).filter((key) => key in recorded)
  return [
    ...Object.keys(recorded).flatMap((key) => (key in actual ? [] : [`${place}.${key} is missing`])),
    ...added.map((key) => `${place}.${key} is added`),
    // The key order of newer recordings wins.
    ...(isOld || common.join() === order.join() ? [] : [`${place} has another key order`]),
    ...common.flatMap((key) =>
      jsonDifferences(`${place}.${key}`, recorded[key] ?? null, actual[key] ?? null, isOld),
    ),
  ]
}

function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}

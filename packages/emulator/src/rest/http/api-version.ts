import { RestError } from './rest-error.js'

/** The versions of the REST API, oldest first. */
const API_VERSIONS = ['0.5', '0.6', '0.7'] as const

/** A version of the REST API. */
export type ApiVersion = (typeof API_VERSIONS)[number]

const INCORRECT_ACCEPT =
  'Incorrect Accept header provided. Make sure to specify API version. Refer to REST API docs for details.'

/**
 * Reads the version of the API from an `Accept` header such as `application/vnd.uploadcare-v0.7+json`. If it lists
 * several, the one with the highest weight is used, then the first.
 *
 * @throws {RestError} when no version is acceptable.
 */
export function readApiVersion(accept: string | null): ApiVersion {
  const ranges = (accept ?? '').split(',').map(readRange)
  const [best] = ranges.flatMap((range) => range ?? []).sort((a, b) => b.weight - a.weight)
  if (!best) throw new RestError(406, INCORRECT_ACCEPT)
  return best.version
}

/** Returns the media type of responses in this version. */
export function mediaTypeOf(version: ApiVersion): string {
  return `application/vnd.uploadcare-v${version}+json`
}

function readRange(range: string): { version: ApiVersion; weight: number } | undefined {
  const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase())
  const version = API_VERSIONS.find((candidate) => type === mediaTypeOf(candidate))
  if (version === undefined) return undefined
  const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1'
  return Number(weight) > 0 ? { version, weight: Number(weight) } : undefined
}

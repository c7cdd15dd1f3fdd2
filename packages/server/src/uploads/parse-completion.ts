import { readJsonBody, type JsonBody } from '../http/json-body.js'
import { UploadDenial } from './denial.js'

const MAX_NAMES = 1000
const MAX_BODY_BYTES = 65_536

/**
 * Reads the names of the completed files; `undefined` when the request is for a token.
 *
 * @throws {UploadDenial} when the body has another form or is too large.
 */
export async function parseCompletion(body: JsonBody): Promise<readonly string[] | undefined> {
  const json = await readJsonBody(body, MAX_BODY_BYTES)
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    throw new UploadDenial('invalid-request')
  const entries: [string, unknown][] = Object.entries(json)
  if (entries.length === 0) return undefined
  const [[name, names] = []] = entries
  if (entries.length > 1 || name !== 'completed' || !isNames(names)) throw new UploadDenial('invalid-request')
  return names
}

function isNames(value: unknown): value is string[] {
  return Array.isArray(value) && value.length <= MAX_NAMES && value.every((name) => typeof name === 'string')
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

/** Returns the UUIDs among the names, in lower case, each once. */
export function uuidsOf(names: readonly string[]): string[] {
  return [...new Set(names.map((name) => name.toLowerCase()))].filter((name) => UUID.test(name))
}

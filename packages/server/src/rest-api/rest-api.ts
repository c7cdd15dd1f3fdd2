import type { Keys } from '../options/keys.js'
import { RestAnswerError } from './errors.js'
import { parseRestFile, type RestFile } from './file.js'
import { createRestSender, type RestSettings, type TimeLimit } from './send.js'

/** The requests to Uploadcare's REST API that completing files needs. UUIDs must be valid. */
export interface RestApi {
  /** Returns a file, also when it was deleted; `undefined` when the project has none with this UUID. */
  getFile(uuid: string): Promise<RestFile | undefined>
  /** Sets a metadata value. Returns `false` when the file does not exist. */
  setMetadata(uuid: string, key: string, value: string): Promise<boolean>
  /** Stores files, at most 100. Returns the UUIDs of those that are stored now. */
  storeFiles(uuids: readonly string[]): Promise<ReadonlySet<string>>
  /** Deletes files, at most 100. Returns the UUIDs of those that the project does not have any more. */
  deleteFiles(uuids: readonly string[]): Promise<ReadonlySet<string>>
}

/** The number of files that a batch request of the REST API accepts. */
export const MAX_BATCH = 100

/** Creates the requests for one project, which end with the time limit. */
export function createRestApi(settings: RestSettings, keys: Keys, limit: TimeLimit): RestApi {
  const send = createRestSender(settings, keys, limit)
  return {
    async getFile(uuid) {
      const json = await send({ method: 'GET', path: `/files/${uuid}/` })
      if (json === undefined) return undefined
      const file = parseRestFile(json)
      if (file.uuid !== uuid) throw new RestAnswerError('The REST API of Uploadcare described another file')
      return file
    },
    async setMetadata(uuid, key, value) {
      const path = `/files/${uuid}/metadata/${key}/`
      return (await send({ method: 'PUT', path, body: value })) !== undefined
    },
    async storeFiles(uuids) {
      const json = await send({ method: 'PUT', path: '/files/storage/', body: uuids })
      return new Set(resultsOf(json).flatMap(storedUuidOf))
    },
    async deleteFiles(uuids) {
      const json = await send({ method: 'DELETE', path: '/files/storage/', body: uuids })
      return new Set([...resultsOf(json).flatMap(uuidOf), ...missingUuidsOf(json)])
    },
  }
}

function resultsOf(json: unknown): readonly unknown[] {
  const results = fieldOf(json, 'result')
  if (Array.isArray(results)) return results as readonly unknown[]
  throw new RestAnswerError('The answer of the REST API of Uploadcare has no list of files')
}

function storedUuidOf(file: unknown): string[] {
  return typeof fieldOf(file, 'datetime_stored') === 'string' ? uuidOf(file) : []
}

function uuidOf(file: unknown): string[] {
  const uuid = fieldOf(file, 'uuid')
  return typeof uuid === 'string' ? [uuid.toLowerCase()] : []
}

/** A file that was deleted before is "Missing in the project". */
function missingUuidsOf(json: unknown): string[] {
  return Object.entries(Object(fieldOf(json, 'problems')) as Record<string, unknown>).flatMap(
    ([uuid, problem]) => (/\bmissing\b/i.test(String(problem)) ? [uuid.toLowerCase()] : []),
  )
}

function fieldOf(value: unknown, name: string): unknown {
  return (Object(value) as Partial<Record<string, unknown>>)[name]
}

import type { RestFile } from '../rest-api/file.js'
import type { Completion } from './completion.js'
import { failed, processing, type FileResult } from './file-result.js'
import { toUploadedFile } from './uploaded-file.js'

/** Calls `onUploaded` with an accepted and stored file, or takes its data from the store of results. */
export async function finishFile(completion: Completion, file: RestFile): Promise<FileResult> {
  const { route, subject, results, now, onError } = completion
  const { uuid } = file
  if (completion.isOver()) return processing(uuid)
  const key = `uploads:result:${uuid}`
  try {
    const kept = await readResult(completion, key)
    if (kept !== undefined) return accepted(uuid, kept.data)

    const upload = { file: toUploadedFile(file, now), subject, route: route.name }
    const data = toJson(await route.onUploaded?.(upload))
    try {
      await results?.set(key, data === undefined ? {} : { data })
    } catch (error) {
      // The app has handled the file.
      onError(error)
    }
    return accepted(uuid, data)
  } catch (error) {
    onError(error)
    return failed(uuid)
  }
}

/** A store that fails must not prevent `onUploaded`, which is idempotent. */
async function readResult(
  { results, onError }: Completion,
  key: string,
): Promise<{ data?: unknown } | undefined> {
  try {
    const value: unknown = await results?.get(key)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch (error) {
    onError(error)
    return undefined
  }
}

function accepted(uuid: string, data: unknown): FileResult {
  return { uuid, status: 'accepted', ...(data === undefined ? {} : { data }) }
}

/** Converts data to the form in which the client receives it, so that a store keeps the same value. */
function toJson(data: unknown): unknown {
  // For undefined and functions it returns undefined, contrary to its type.
  const json: unknown = JSON.stringify(data)
  return typeof json === 'string' ? JSON.parse(json) : undefined
}

import type { StoredFile } from '../../store/stored-file.js'
import type { RestCall } from '../http/rest-endpoint.js'
import { notFound } from '../http/rest-error.js'

/**
 * Finds the file that a path names. A deleted file still has its info.
 *
 * @throws {RestError} when the project has no such file.
 */
export function findFile(call: RestCall): StoredFile {
  const { emulation, project, entry } = call
  const file = emulation.store.files.getAny(call.param('uuid').toLowerCase())
  if (file?.publicKey !== project.publicKey) throw notFound()
  entry.id = file.uuid
  return file
}

/**
 * Finds the file that a path names, if it is not deleted.
 *
 * @throws {RestError} when the project has no such file.
 */
export function findKeptFile(call: RestCall): StoredFile {
  const file = findFile(call)
  if (file.removedAtMs !== null) throw notFound()
  return file
}

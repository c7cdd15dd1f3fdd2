import type { Form } from '../http/form.js'
import { apiError } from '../errors/upload-api-error.js'
import type { FileGroup } from '../store/file-group.js'
import { UUID } from '../uuid.js'

const FIELD = /^files\[(\d*)\]$/
const FILE = new RegExp(`(?:^|/)(${UUID})(?:/(?:-/(.+)|[^/]*))?$`)
// A CDN URL may have one after its operations. What has no dot is taken for an operation that lacks its last slash.
const FILE_NAME = /[^/]*\.[^/]*$/

/**
 * Reads `files[0]`, `files[1]`… by their numbers, or `files[]` as they come: each is a UUID, one with operations, or
 * a CDN URL.
 *
 * @throws {UploadApiError} when there is none, or one is none of these.
 */
export function readGroupFiles({ fields }: Pick<Form, 'fields'>): FileGroup['files'] {
  const files = fields.flatMap(([name, value]) => {
    const number = FIELD.exec(name)?.[1]
    if (number === undefined || value === '') return []
    return [{ place: number === '' ? Number.MAX_SAFE_INTEGER : Number(number), value }]
  })
  if (files.length === 0) throw apiError('GroupFileURLParsingFailedError')
  return files.sort((a, b) => a.place - b.place).map(({ value }) => readGroupFile(value))
}

function readGroupFile(value: string): FileGroup['files'][number] {
  const [, uuid, operations = ''] = FILE.exec(value) ?? []
  if (uuid === undefined) throw apiError('GroupFilesInvalidError', value)
  return { uuid, defaultEffects: operations.replace(FILE_NAME, '') }
}

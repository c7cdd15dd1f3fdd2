import type { Form } from '../http/form.js'
import { apiError } from '../errors/upload-api-error.js'
import type { FileGroup } from '../store/file-group.js'
import { UUID } from '../uuid.js'

const FIELD = /^files\[(\d*)\]$/
// Operations without their `-/` are ignored, as recorded.
const FILE = new RegExp(`(?:^|/)(${UUID})(?:/(?:-/(.+)|.*))?$`)
// A CDN URL may end in a file name after its operations. A segment without a dot is an operation without its final slash.
const FILE_NAME = /[^/]*\.[^/]*$/

/**
 * Reads the files of a group: `files[0]`, `files[1]`… ordered by number, then `files[]` in the order of the form.
 * Each is a UUID, a UUID with operations, or a CDN URL.
 *
 * @throws {UploadApiError} when there is no file, or a value is invalid.
 */
export function readGroupFiles({ fields }: Pick<Form, 'fields'>): FileGroup['files'] {
  const files = fields.flatMap(([name, value]) => {
    const number = FIELD.exec(name)?.[1]
    if (number === undefined || value === '') return []
    return [{ index: number === '' ? Number.MAX_SAFE_INTEGER : Number(number), value }]
  })
  if (files.length === 0) throw apiError('GroupFilesInvalidError')
  return files.sort((a, b) => a.index - b.index).map(({ value }) => readGroupFile(value))
}

function readGroupFile(value: string): FileGroup['files'][number] {
  const [, uuid, operations = ''] = FILE.exec(value) ?? []
  if (uuid === undefined) throw apiError('GroupFileURLParsingFailedError', value)
  return { uuid, defaultEffects: operations.replace(FILE_NAME, '') }
}

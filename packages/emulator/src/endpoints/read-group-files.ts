import type { Form } from '../http/form.js'
import { apiError } from '../http/upload-api-error.js'
import type { FileGroup } from '../store/file-group.js'
import { UUID } from '../uuid.js'

const FILE = new RegExp(`(?:^|/)(${UUID})(?:/(?:-/(.+))?)?$`)

/**
 * Reads `files[]` or `files[0]`, `files[1]`…: each is a UUID, one with operations, or a CDN URL.
 *
 * @throws {UploadApiError} when there is none, or one is none of these.
 */
export function readGroupFiles({ fields }: Pick<Form, 'fields'>): FileGroup['files'] {
  const files = fields.filter(([name, value]) => /^files\[\d*\]$/.test(name) && value !== '')
  if (files.length === 0) throw apiError('GroupFileURLParsingFailedError')
  return files.map(([, value]) => {
    const [, uuid, defaultEffects = ''] = FILE.exec(value) ?? []
    if (uuid === undefined) throw apiError('GroupFilesInvalidError', value)
    return { uuid, defaultEffects }
  })
}

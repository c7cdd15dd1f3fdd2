import type { Form } from '../http/form.js'
import { TAG_ERRORS } from '../errors/api-errors.js'
import { apiError } from '../errors/upload-api-error.js'
import { isLongerThan } from './is-longer-than.js'

const MAX_TAGS = 50
const MAX_TAG_LENGTH = 100

/**
 * Reads the comma-separated `tags`.
 *
 * @throws {UploadApiError} when there are too many tags, or one is too long.
 */
export function readTags(form: Pick<Form, 'get'>): string[] {
  const tags = (form.get('tags') ?? '')
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '')
  if (tags.length > MAX_TAGS) throw apiError('UploadAPIError', TAG_ERRORS.tooMany)
  if (tags.some((tag) => isLongerThan(tag, MAX_TAG_LENGTH))) {
    throw apiError('UploadAPIError', TAG_ERRORS.tooLong)
  }
  return tags
}

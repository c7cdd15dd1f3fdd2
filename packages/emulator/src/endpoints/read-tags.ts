import type { Form } from '../http/form.js'
import { apiError } from '../errors/upload-api-error.js'
import { isLongerThan } from './is-longer-than.js'

const MOST_TAGS = 50
const LONGEST_TAG = 100

/**
 * Reads the comma-separated `tags`.
 *
 * @throws {UploadApiError} when there are too many, or one is too long.
 */
export function readTags(form: Pick<Form, 'get'>): string[] {
  const tags = (form.get('tags') ?? '')
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '')
  if (tags.length > MOST_TAGS) throw apiError('UploadAPIError', 'A file can not have more than 50 tags.')
  if (tags.some((tag) => isLongerThan(tag, LONGEST_TAG))) {
    throw apiError('UploadAPIError', 'A tag can not have more than 100 characters.')
  }
  return tags
}

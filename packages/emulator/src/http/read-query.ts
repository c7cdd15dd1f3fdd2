import { createForm, type Form } from './form.js'
import { apiError } from '../errors/upload-api-error.js'

/**
 * Reads the query parameters of a URL.
 *
 * @throws {UploadApiError} when one contains a null character.
 */
export function readQuery(url: URL): Form {
  const fields = [...url.searchParams]
  if (fields.flat().some((text) => text.includes('\0'))) throw apiError('NullCharactersForbiddenError')
  return createForm(fields)
}

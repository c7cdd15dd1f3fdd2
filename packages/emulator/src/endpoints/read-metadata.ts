import type { Form } from '../http/form.js'
import { apiError } from '../errors/upload-api-error.js'
import { isLongerThan } from './is-longer-than.js'

const MAX_KEYS = 50
const MAX_KEY_LENGTH = 64
const MAX_VALUE_LENGTH = 512

/**
 * Reads `metadata[key]` fields.
 *
 * @throws {UploadApiError} when a key or a value exceeds Uploadcare's limits.
 */
export function readMetadata({ fields }: Pick<Form, 'fields'>): Record<string, string> {
  const metadata = new Map<string, string>()
  for (const [name, value] of fields) {
    const key = /^metadata\[(.*)\]$/s.exec(name)?.[1]
    if (key === undefined) continue
    checkKey(key)
    if (metadata.has(key)) throw apiError('FileMetadataKeyDuplicatedError', key)
    if (value === '') throw apiError('FileMetadataValueEmptyError', key)
    if (isLongerThan(value, MAX_VALUE_LENGTH)) throw apiError('FileMetadataValueLengthTooBigError', key)
    metadata.set(key, value)
  }
  if (metadata.size > MAX_KEYS) throw apiError('FileMetadataKeysNumberTooBigError')
  return Object.fromEntries(metadata)
}

function checkKey(key: string): void {
  if (key === '') throw apiError('FileMetadataKeyEmptyError')
  if (isLongerThan(key, MAX_KEY_LENGTH)) throw apiError('FileMetadataKeyLengthTooBigError', key.slice(0, 3))
  if (!/^[-_.:A-Za-z0-9]+$/.test(key)) throw apiError('FileMetadataKeyForbiddenError', key)
}

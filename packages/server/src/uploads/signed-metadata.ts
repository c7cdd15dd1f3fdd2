import { UPLOAD_RECEIPT_METADATA_KEY } from '@secure-uploading/core'
import { isPlainObject } from '../options/is-plain-object.js'

// The limits of Uploadcare. One key is the receipt's.
const MAX_KEYS = 49
const KEY = /^[-_.:A-Za-z\d]{1,64}$/
const MAX_VALUE_LENGTH = 512

/**
 * Checks the metadata that a route returned. Uploadcare would refuse each upload with invalid metadata.
 *
 * @throws {TypeError} naming the key.
 */
export function parseSignedMetadata(route: string, metadata: unknown): Record<string, string> {
  const option = `"${route}.metadata"`
  if (!isPlainObject(metadata)) {
    throw new TypeError(`${option} must return a plain object of strings, such as { album: 'a1' }`)
  }
  const entries: [string, unknown][] = Object.entries(metadata)
  if (entries.length > MAX_KEYS) throw new TypeError(`${option} must return at most ${MAX_KEYS} keys`)
  return Object.fromEntries(
    entries.map(([key, value]) => {
      if (!KEY.test(key) || key === UPLOAD_RECEIPT_METADATA_KEY) {
        throw new TypeError(
          `${option} returned the invalid key ${JSON.stringify(key)}. Use 1 to 64 letters, digits and "-_.:", and not "${UPLOAD_RECEIPT_METADATA_KEY}"`,
        )
      }
      if (typeof value !== 'string' || value === '' || lengthInForm(value) > MAX_VALUE_LENGTH) {
        throw new TypeError(
          `${option} must return a string of 1 to ${MAX_VALUE_LENGTH} characters for the key "${key}"`,
        )
      }
      // A form would replace it, and the metadata would differ from what was signed.
      if (/\p{Surrogate}/u.test(value)) {
        throw new TypeError(
          `${option} returned half of a character for the key "${key}". Cut strings between characters, such as with [...text]`,
        )
      }
      return [key, value]
    }),
  )
}

/** Forms send each line break as two characters. */
const lengthInForm = (value: string): number => value.replaceAll(/\r\n?|\n/g, '\r\n').length

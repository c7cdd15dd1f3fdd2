import { isHeaderText } from '../options/is-header-text.js'
import type { UploadOptions } from '../requests/upload-options.js'

/**
 * Rejects control characters, because Node's form encoder copies a line break into the headers of a body part.
 *
 * @throws {TypeError} naming the option.
 */
export function assertSendable({ fileName, contentType, metadata }: UploadOptions): void {
  assertPlain('"fileName"', fileName)
  assertPlain('"contentType"', contentType)
  // It becomes a header of each part.
  if (!isHeaderText(contentType ?? '')) throw new TypeError('"contentType" must be text for an HTTP header')
  for (const key of Object.keys(metadata ?? {})) assertPlain(`the metadata key ${JSON.stringify(key)}`, key)
}

function assertPlain(name: string, value: unknown): void {
  // oxlint-disable-next-line no-control-regex
  if (typeof value === 'string' && /[\u0000-\u001F\u007F]/.test(value)) {
    throw new TypeError(`${name} must not contain control characters`)
  }
}

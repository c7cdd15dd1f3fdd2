import { quoteValue } from '../options/printable.js'

/**
 * Parses a list of accepted MIME types.
 *
 * @returns the types in lower case, each once
 * @throws {TypeError} naming the option and the invalid entry.
 */
export function parseAccept(option: string, accept: unknown): readonly string[] {
  if (!Array.isArray(accept) || accept.length === 0) {
    throw new TypeError(
      `"${option}" must be a non-empty array of MIME types. Leave it out to accept every type`,
    )
  }
  // Unlike map, it also checks the holes of an array.
  const types = Array.from(accept as unknown[], (type) => {
    if (typeof type === 'string' && MIME_TYPE.test(type)) return type.toLowerCase()
    throw new TypeError(
      `Invalid type ${quoteValue(type)} in "${option}". Use MIME types such as "application/pdf" or "image/*". ` +
        'File name extensions are not checked, because the sender chooses them',
    )
  })
  return [...new Set(types)]
}

const MIME_TYPE = /^[a-z\d][a-z\d!#$&^_.+-]*\/(\*|[a-z\d][a-z\d!#$&^_.+-]*)$/i

// Browsers run the scripts in an SVG.
const ONLY_BY_NAME = 'image/svg+xml'

/** Returns whether a MIME type is in a parsed list. `image/*` does not include `image/svg+xml`. */
export function isAccepted(accept: readonly string[], type: string): boolean {
  const [essence = ''] = type.toLowerCase().split(';')
  const name = essence.trim()
  if (accept.includes(name)) return true
  return name !== ONLY_BY_NAME && name.includes('/') && accept.includes(`${name.split('/')[0]}/*`)
}

import { findSimilarName } from '@secure-uploading/core/token'

/**
 * Rejects options that are not an object, and unknown names.
 *
 * @param isStrict whether every unknown name is rejected, and not only one that is close to a known name
 * @throws {TypeError} naming the option.
 */
export function assertKnownOptions(options: unknown, names: readonly string[], isStrict = true): void {
  if (typeof options !== 'object' || options === null) throw new TypeError('The options must be an object')
  // A short name of a newer upload-client may be close to a known one by chance.
  const candidates = isStrict ? names : names.filter(({ length }) => length > 4)
  for (const name of Object.keys(options)) {
    if (names.includes(name)) continue
    const meant = findSimilarName(name, candidates)
    if (meant !== undefined) throw new TypeError(`Unknown option "${name}". Did you mean "${meant}"?`)
    if (isStrict) throw new TypeError(`Unknown option "${name}". Expected one of: ${names.join(', ')}`)
  }
}

import type { Project, ProjectOptions } from './project.js'

/**
 * Checks a project and fills in what was left out: secure uploading is on, autostore too.
 *
 * @throws {TypeError} naming the option.
 */
export function createProject(options: ProjectOptions): Project {
  const { publicKey, secretKeys, secureUploading = true, autostore = true } = options
  if (!isKey(publicKey)) throw new TypeError('"publicKey" must be a public key: it is missing or blank')
  if (!Array.isArray(secretKeys) || !secretKeys.every(isKey)) {
    throw new TypeError('"secretKeys" must be an array of secret keys, none of them blank')
  }
  if (secureUploading && secretKeys.length === 0) {
    throw new TypeError('"secretKeys" must hold at least one secret key while "secureUploading" is on')
  }
  if (secretKeys.includes(publicKey)) {
    throw new TypeError('"secretKeys" must not hold the public key')
  }
  return { publicKey, secretKeys: [...secretKeys], secureUploading, autostore }
}

function isKey(key: unknown): key is string {
  return typeof key === 'string' && key.trim() !== ''
}

import type { Project, ProjectOptions } from './project.js'

/**
 * Checks a project and fills in what was left out: secure uploading and autostore are on, nothing else is limited.
 *
 * @throws {TypeError} naming the option.
 */
export function createProject(options: ProjectOptions): Project {
  const {
    publicKey,
    secretKeys,
    secureUploading = true,
    autostore = true,
    maxFileSizeBytes = null,
    allowedTypes = null,
    allowPrivateSources = false,
  } = options
  if (!isKey(publicKey)) throw new TypeError('"publicKey" must be a public key: it is missing or blank')
  checkSecretKeys(secretKeys, publicKey, secureUploading)
  for (const [name, value] of Object.entries({ secureUploading, autostore, allowPrivateSources })) {
    if (typeof value !== 'boolean') throw new TypeError(`"${name}" must be true or false`)
  }
  if (maxFileSizeBytes !== null && !(Number.isInteger(maxFileSizeBytes) && maxFileSizeBytes > 0)) {
    throw new TypeError('"maxFileSizeBytes" must be a positive whole number of bytes, or null')
  }
  if (allowedTypes !== null && !(Array.isArray(allowedTypes) && allowedTypes.every(isMimePattern))) {
    throw new TypeError('"allowedTypes" must be an array of MIME types as "image/png" or "image/*", or null')
  }
  return {
    publicKey,
    secretKeys: [...secretKeys],
    secureUploading,
    autostore,
    maxFileSizeBytes,
    allowedTypes: allowedTypes === null ? null : lowerCase(allowedTypes),
    allowPrivateSources,
  }
}

function checkSecretKeys(secretKeys: unknown, publicKey: string, secureUploading: boolean): void {
  if (!Array.isArray(secretKeys) || !secretKeys.every(isKey)) {
    throw new TypeError('"secretKeys" must be an array of secret keys, none of them blank')
  }
  if (secureUploading && secretKeys.length === 0) {
    throw new TypeError('"secretKeys" must hold at least one secret key while "secureUploading" is on')
  }
  if (secretKeys.includes(publicKey)) throw new TypeError('"secretKeys" must not hold the public key')
}

function isKey(key: unknown): key is string {
  return typeof key === 'string' && key.trim() !== ''
}

function isMimePattern(type: unknown): boolean {
  return typeof type === 'string' && /^[\w.+-]+\/(?:\*|[\w.+-]+)$/.test(type)
}

function lowerCase(texts: readonly string[]): string[] {
  return texts.map((text) => text.toLowerCase())
}

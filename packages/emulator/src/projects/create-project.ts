import { createWebhooks } from '../webhooks/create-webhooks.js'
import type { Project } from './project.js'

/** A project as it may come from anywhere: nothing of it is believed. */
export type UncheckedProject = Readonly<Record<string, unknown>>

/**
 * Checks a project and fills in what was left out: secure uploading and autostore are on, nothing else is limited.
 *
 * @throws {TypeError} naming the option.
 */
export function createProject(options: UncheckedProject): Project {
  const { publicKey, secretKeys, maxFileSizeBytes = null, allowedTypes = null, ...switches } = options
  const {
    secureUploading = true,
    autostore = true,
    allowPrivateSources = false,
    webhooks = [],
    ...unknown
  } = switches
  const [unknownName] = Object.keys(unknown)
  if (unknownName !== undefined) throw new TypeError(`"${unknownName}" is no option of a project`)

  if (!isKey(publicKey)) throw new TypeError('"publicKey" must be a public key: it is missing or blank')
  if (!isListOf(isKey, secretKeys)) {
    throw new TypeError('"secretKeys" must be an array of secret keys, none of them blank')
  }
  if (secureUploading === true && secretKeys.length === 0) {
    throw new TypeError('"secretKeys" must hold at least one secret key while "secureUploading" is on')
  }
  if (secretKeys.includes(publicKey)) throw new TypeError('"secretKeys" must not hold the public key')
  if (maxFileSizeBytes !== null && !isPositiveWholeNumber(maxFileSizeBytes)) {
    throw new TypeError('"maxFileSizeBytes" must be a positive whole number of bytes, or null')
  }
  if (allowedTypes !== null && !isListOf(isMimePattern, allowedTypes)) {
    throw new TypeError('"allowedTypes" must be an array of MIME types as "image/png" or "image/*", or null')
  }
  return {
    publicKey,
    secretKeys: [...secretKeys],
    secureUploading: boolean('secureUploading', secureUploading),
    autostore: boolean('autostore', autostore),
    maxFileSizeBytes,
    allowedTypes: allowedTypes?.map((type) => type.toLowerCase()) ?? null,
    allowPrivateSources: boolean('allowPrivateSources', allowPrivateSources),
    webhooks: createWebhooks(webhooks),
  }
}

function boolean(name: string, value: unknown): boolean {
  if (typeof value !== 'boolean') throw new TypeError(`"${name}" must be true or false`)
  return value
}

function isListOf<T>(isItem: (value: unknown) => value is T, list: unknown): list is readonly T[] {
  return Array.isArray(list) && list.every(isItem)
}

function isKey(key: unknown): key is string {
  return typeof key === 'string' && key.trim() !== ''
}

function isMimePattern(type: unknown): type is string {
  return typeof type === 'string' && /^[\w.+-]+\/(?:\*|[\w.+-]+)$/.test(type)
}

function isPositiveWholeNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0
}

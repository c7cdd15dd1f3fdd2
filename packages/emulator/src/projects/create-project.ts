import * as v from 'valibot'
import { assertSecret } from '@secure-uploading/core/internal'
import { parseOptions } from '../options/parse-options.js'
import { createWebhooks } from '../webhooks/create-webhooks.js'
import type { Webhook } from '../webhooks/webhook.js'
import type { Project } from './project.js'

/** The parsed options of a project. */
export type ParsedProject = Omit<Project, 'webhooks'> & { webhooks: readonly Webhook[] }

/** Unchecked options of a project. */
export type UncheckedProject = Readonly<Record<string, unknown>>

const key = v.pipe(
  v.string(),
  v.check((text) => text.trim() !== ''),
)
const hexSecret = v.pipe(v.string(), v.regex(/^(?:[0-9a-f]{2})+$/i))
const mimePattern = v.pipe(v.string(), v.regex(/^[\w.+-]+\/(?:\*|[\w.+-]+)$/), v.toLowerCase())

const PROJECT = {
  subject: 'A project',
  schema: v.strictObject({
    publicKey: key,
    secretKeys: v.pipe(v.array(key), v.readonly()),
    secureUploading: v.optional(v.boolean(), true),
    signedAiGeneration: v.optional(v.boolean(), true),
    autostore: v.optional(v.boolean(), true),
    storeDefault: v.optional(v.picklist(['auto', '0']), 'auto'),
    maxFileSizeBytes: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1))), null),
    allowedTypes: v.optional(v.nullable(v.pipe(v.array(mimePattern), v.readonly())), null),
    allowPrivateSources: v.optional(v.boolean(), false),
    deliverySecrets: v.optional(v.pipe(v.array(hexSecret), v.maxLength(2), v.readonly()), []),
    webhooks: v.optional(v.unknown(), []),
  }),
  expected: {
    publicKey: 'a public key, not blank',
    secretKeys: 'an array of secret keys, none of them blank',
    secureUploading: 'true or false',
    signedAiGeneration: 'true or false',
    autostore: 'true or false',
    storeDefault: '"auto" or "0"',
    maxFileSizeBytes: 'a positive integer, in bytes, or null',
    allowedTypes: 'an array of MIME types such as "image/png" or "image/*", or null',
    allowPrivateSources: 'true or false',
    deliverySecrets: 'an array of at most two secrets with an even number of hexadecimal digits',
    webhooks: 'an array of webhooks',
  },
}

/**
 * Parses the options of a project. By default, secure uploading, signed AI generation and autostore are on, nothing is
 * limited, and files are public.
 *
 * @throws {TypeError} naming the option that is invalid.
 */
export function createProject(options: UncheckedProject): ParsedProject {
  const project = parseOptions(PROJECT, options)
  const { publicKey, secretKeys, secureUploading } = project
  for (const secretKey of secretKeys) assertSecret('secretKeys', secretKey, 'secret keys of the project')
  if (secureUploading && secretKeys.length === 0) {
    throw new TypeError('"secretKeys" must contain at least one secret key while "secureUploading" is on')
  }
  if (secretKeys.includes(publicKey)) throw new TypeError('"secretKeys" must not contain the public key')
  return { ...project, webhooks: createWebhooks(project.webhooks) }
}

import { assertKnownOptions } from '../options/assert-known-options.js'
import { createPartsUpload } from '../resumable/create-parts-upload.js'
import type { ResumeStore } from '../resumable/resume-store.js'
import type { UploadRouteRules } from '../routes/route-types.js'
import { loadKept } from './load-kept.js'
import type { UploadQueueOptions, UploadQueueSettings } from './upload-queue.js'
import { parseTarget, type UploadTarget } from './upload-target.js'

/** The options of a queue with their defaults. */
export interface QueueSettings<Data> {
  target: UploadTarget<Data>
  concurrency: number | undefined
  autoStart: boolean
  allowDuplicates: boolean
  /** The rules of the options. Those of the route apply too. */
  rules: UploadRouteRules
  /** @default indexedDbStore */
  resumeStore: ResumeStore | undefined
  owner: string | undefined
  keepBytes: number
  beforeUpload: UploadQueueSettings['beforeUpload']
  /** Creates the upload of one file. */
  createUpload: typeof createPartsUpload
  /** Loads the code for files that are kept. */
  loadKept: typeof loadKept
}

const NAMES = [
  'client',
  'source',
  'route',
  'concurrency',
  'autoStart',
  'accept',
  'maxBytes',
  'maxFiles',
  'allowDuplicates',
  'resumeStore',
  'owner',
  'keepBytes',
  'beforeUpload',
]

/** @throws {TypeError} naming an unknown or invalid option. */
export function parseQueueOptions<Data>(options: UploadQueueOptions<Data>): QueueSettings<Data> {
  assertKnownOptions(options, NAMES)
  const { concurrency, autoStart = true, accept, maxBytes, maxFiles, owner, beforeUpload } = options
  const { resumeStore, keepBytes = 200_000_000, allowDuplicates = false } = options
  assertWhole({ concurrency }, 1)
  assertWhole({ maxBytes, maxFiles, keepBytes }, 0)
  assertBooleans({ autoStart, allowDuplicates })
  if (owner !== undefined && (typeof owner !== 'string' || owner === '')) {
    throw new TypeError('"owner" must be the id of the user, as a string that is not empty')
  }
  if (beforeUpload !== undefined && typeof beforeUpload !== 'function') {
    throw new TypeError('"beforeUpload" must be a function')
  }
  return {
    target: parseTarget(options),
    concurrency,
    autoStart,
    allowDuplicates,
    rules: {
      ...(accept && { accept: parseAccept(accept) }),
      ...(maxBytes !== undefined && { maxBytes }),
      ...(maxFiles !== undefined && { maxFiles }),
    },
    resumeStore,
    owner,
    keepBytes,
    beforeUpload,
    createUpload: createPartsUpload,
    loadKept,
  }
}

function parseAccept(accept: unknown): string[] {
  if (Array.isArray(accept) && accept.every(isMimeType)) return accept.map((type) => type.toLowerCase())
  throw new TypeError('"accept" must be an array of MIME types, like "image/*" or "application/pdf"')
}

const isMimeType = (value: unknown): value is string =>
  typeof value === 'string' && /^[^/\s]+\/[^/\s]+$/.test(value)

function assertBooleans(values: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(values)) {
    if (typeof value !== 'boolean') throw new TypeError(`"${name}" must be a boolean`)
  }
}

function assertWhole(numbers: Record<string, number | undefined>, least: number): void {
  for (const [name, value = least] of Object.entries(numbers)) {
    if (!(value === Infinity || Number.isInteger(value)) || value < least) {
      throw new TypeError(`"${name}" must be a whole number, ${String(least)} or more`)
    }
  }
}

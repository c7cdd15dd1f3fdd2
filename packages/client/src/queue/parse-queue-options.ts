import { assertOptions, isFunction, type OptionRule } from '../options/assert-options.js'
import { RESUME_RULES } from '../options/resume-rules.js'
import { withoutUndefined } from '../options/without-undefined.js'
import { DEFAULTS } from '../requests/defaults.js'
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
  /** Whether a file of this size is sent in parts. */
  isLarge: (sizeBytes: number) => boolean
  /** Creates the upload of one file. */
  createUpload: typeof createPartsUpload
  /** Loads the code for files that are kept. */
  loadKept: typeof loadKept
}

const isWhole =
  (least: number) =>
  (value: unknown): boolean =>
    (value === Infinity || Number.isInteger(value)) && Number(value) >= least
const isMimeType = (value: unknown): boolean => typeof value === 'string' && /^[^/\s]+\/[^/\s]+$/.test(value)

const RULES: readonly OptionRule[] = [
  ['client source route'],
  ['concurrency', isWhole(1), 'a whole number, 1 or more'],
  ['maxBytes maxFiles keepBytes', isWhole(0), 'a whole number, 0 or more'],
  ['autoStart allowDuplicates', (value) => typeof value === 'boolean', 'a boolean'],
  [
    'accept',
    (value) => Array.isArray(value) && value.every(isMimeType),
    'an array of MIME types, like "image/*" or "application/pdf"',
  ],
  ...RESUME_RULES,
  ['beforeUpload', isFunction, 'a function'],
]

/** @throws {TypeError} naming an unknown or invalid option. */
export function parseQueueOptions<Data>(options: UploadQueueOptions<Data>): QueueSettings<Data> {
  assertOptions(options, RULES)
  const { concurrency, autoStart = true, accept, maxBytes, maxFiles, owner, beforeUpload } = options
  const { resumeStore, keepBytes = 200_000_000, allowDuplicates = false } = options
  const target = parseTarget(options)
  return {
    target,
    isLarge: (sizeBytes) =>
      sizeBytes >= (target.options().multipartMinFileSize ?? DEFAULTS.multipartMinFileSize),
    concurrency,
    autoStart,
    allowDuplicates,
    rules: withoutUndefined({ accept: accept?.map((type) => type.toLowerCase()), maxBytes, maxFiles }),
    resumeStore,
    owner,
    keepBytes,
    beforeUpload,
    createUpload: createPartsUpload,
    loadKept,
  }
}

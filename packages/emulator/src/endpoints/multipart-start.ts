import { authorize } from '../credentials/authorize.js'
import { identifyProject } from '../credentials/identify-project.js'
import type { Endpoint } from '../http/exchange.js'
import { jsonResponse } from '../http/json-response.js'
import { readForm } from '../http/read-form.js'
import { apiError } from '../errors/upload-api-error.js'
import { baseName } from '../store/base-name.js'
import { partCount, type MultipartUpload } from '../store/multipart-upload.js'
import { PART_URL_LIFETIME_MS, partUrls } from './part-urls.js'
import { readIsStored } from './read-is-stored.js'
import { readMetadata } from './read-metadata.js'
import { readPartSize } from './read-part-size.js'
import { readTags } from './read-tags.js'

const MIN_MULTIPART_UPLOAD_BYTES = 10_000_000
// The limit of S3.
const MAX_PARTS = 10_000

/** Starts a multipart upload and returns the URLs of its parts. */
export const multipartStart: Endpoint = {
  name: 'multipart/start',
  methods: ['POST'],
  allowMethods: 'POST, OPTIONS',
  path: '/multipart/start/',
  async answer(exchange) {
    const { clock, store, randomUuid } = exchange.emulation
    await store.discardExpiredUploads(clock.nowMs() - PART_URL_LIFETIME_MS)
    const form = await readForm(exchange.request, exchange.body)
    const project = identifyProject(exchange, form, 'UPLOADCARE_PUB_KEY')
    const permit = await authorize(exchange, project, form)
    const attributes = {
      isStored: readIsStored(form.get('UPLOADCARE_STORE'), project),
      metadata: readMetadata(form),
      tags: readTags(form),
    }

    const [fileName, size, declaredType] = ['filename', 'size', 'content_type'].map((name) => {
      const value = form.get(name)
      if (value === undefined) throw apiError('RequestParamRequiredError', name)
      return value
    }) as [string, string, string]
    if (!/^\d{1,15}$/.test(size)) throw apiError('MultipartSizeInvalidError')
    const sizeBytes = Number(size)
    if (sizeBytes < MIN_MULTIPART_UPLOAD_BYTES) throw apiError('MultipartFileSizeTooSmallError')
    const partSizeBytes = readPartSize(form.get('part_size'))
    if (sizeBytes > Math.min(partSizeBytes * MAX_PARTS, project.maxFileSizeBytes ?? Infinity)) {
      throw apiError('MultipartFileSizeLimitExceededError')
    }
    permit.spend(1)

    const uuid = randomUuid()
    const upload: MultipartUpload = {
      ...attributes,
      uuid,
      uploadId: crypto.randomUUID().replaceAll('-', ''),
      signingSecret: crypto.randomUUID(),
      publicKey: project.publicKey,
      originalFilename: baseName(fileName),
      declaredType,
      sizeBytes,
      partSizeBytes,
      startedAtMs: clock.nowMs(),
      parts: new Map(),
    }
    store.uploads.set(uuid, upload)
    exchange.entry.id = uuid
    return jsonResponse({ uuid, parts: await partUrls(exchange.baseUrl, upload, partCount(upload)) })
  },
}

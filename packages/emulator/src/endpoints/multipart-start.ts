import { authorize } from '../credentials/authorize.js'
import { identifyProject } from '../credentials/identify-project.js'
import type { Endpoint } from '../http/exchange.js'
import { jsonResponse } from '../http/json-response.js'
import { readForm } from '../http/read-form.js'
import { apiError } from '../errors/upload-api-error.js'
import { partUrls } from './part-urls.js'
import { readIsStored } from './read-is-stored.js'
import { readMetadata } from './read-metadata.js'
import { readPartSize } from './read-part-size.js'
import { readTags } from './read-tags.js'

const MIN_MULTIPART_UPLOAD_BYTES = 10_485_760
// The limit of S3.
const MAX_PARTS = 10_000

/** Starts a multipart upload and returns the URLs of its parts. */
export const multipartStart: Endpoint = {
  name: 'multipart/start',
  method: 'POST',
  path: '/multipart/start/',
  async answer(exchange) {
    const { clock, store, randomUuid } = exchange.emulation
    const form = await readForm(exchange.request, exchange.body)
    const project = identifyProject(exchange, form, 'UPLOADCARE_PUB_KEY')
    const permit = await authorize(exchange, project, form)
    const attributes = {
      isStored: readIsStored(form.get('UPLOADCARE_STORE'), project),
      metadata: readMetadata(form),
      tags: readTags(form),
    }

    const [originalFilename, size, declaredType] = ['filename', 'size', 'content_type'].map((name) => {
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
    const startedAtMs = clock.nowMs()
    store.uploads.set(uuid, {
      ...attributes,
      uuid,
      publicKey: project.publicKey,
      originalFilename,
      declaredType,
      sizeBytes,
      partSizeBytes,
      startedAtMs,
      parts: new Map(),
    })
    exchange.entry.id = uuid
    const count = Math.ceil(sizeBytes / partSizeBytes)
    return jsonResponse({ uuid, parts: partUrls(exchange.baseUrl, uuid, count, startedAtMs) })
  },
}

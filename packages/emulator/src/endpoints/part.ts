import type { Endpoint, Exchange } from '../http/exchange.js'
import { s3ErrorResponse } from '../errors/s3-error-response.js'
import { StorageFullError } from '../errors/storage-full-error.js'
import type { MultipartUpload } from '../store/multipart-upload.js'
import { PART_PATH, PART_URL_LIFETIME_MS } from './part-urls.js'
import { LARGEST_PART_BYTES } from './read-part-size.js'

/** Takes the bytes of one part. Its URL is the permission, so it takes no other. */
export const part: Endpoint = {
  name: 'part',
  method: 'PUT',
  path: PART_PATH,
  async answer(exchange) {
    const { params, emulation, entry, body } = exchange
    const upload = emulation.store.uploads.get(params['uuid'] ?? '')
    const refusal = refusalOf(exchange, upload)
    if (refusal || !upload) {
      await body.drain()
      return refusal ?? noSuchUpload()
    }
    entry.id = upload.uuid
    entry.publicKey = upload.publicKey

    const number = Number(params['number'])
    const bytes = await emulation.storage.keep(body.chunks()).catch(failureOf)
    if (bytes instanceof Response) return bytes
    if (emulation.store.uploads.get(upload.uuid) !== upload) {
      // It was completed while these bytes were still coming.
      await bytes.discard()
      return noSuchUpload()
    }
    // Others may be sending this part too, or complete the upload: what is discarded belongs to nobody by then.
    const replaced = upload.parts.get(number)
    upload.parts.set(number, bytes)
    await replaced?.discard()
    return new Response(null, { headers: { ETag: `"${emulation.randomUuid().replaceAll('-', '')}"` } })
  },
}

function refusalOf({ request, params, emulation }: Exchange, upload?: MultipartUpload): Response | undefined {
  if (request.headers.has('Authorization')) {
    return s3ErrorResponse(400, 'InvalidArgument', 'Only one auth mechanism allowed')
  }
  const number = Number(params['number'])
  if (!upload || !Number.isInteger(number) || number < 1 || number > partCount(upload)) return noSuchUpload()
  if (emulation.clock.nowMs() > upload.startedAtMs + PART_URL_LIFETIME_MS) {
    return s3ErrorResponse(403, 'AccessDenied', 'Request has expired')
  }
  if (Number(request.headers.get('Content-Length')) > LARGEST_PART_BYTES) {
    return s3ErrorResponse(400, 'EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size')
  }
  return undefined
}

function failureOf(error: unknown): Response {
  return error instanceof StorageFullError
    ? s3ErrorResponse(403, 'QuotaExceeded', 'The emulator keeps no more bytes than its limit')
    : s3ErrorResponse(400, 'IncompleteBody', 'The request body terminated unexpectedly')
}

function partCount({ sizeBytes, partSizeBytes }: MultipartUpload): number {
  return Math.ceil(sizeBytes / partSizeBytes)
}

function noSuchUpload(): Response {
  return s3ErrorResponse(404, 'NoSuchUpload', 'The specified upload does not exist')
}

import { s3Error } from '../errors/s3-error.js'
import { StorageFullError } from '../errors/storage-full-error.js'
import type { Endpoint, Exchange } from '../http/exchange.js'
import { partCount, type MultipartUpload } from '../store/multipart-upload.js'
import { PART_PATH, PART_URL_LIFETIME_MS, verifyPartQuery } from './part-urls.js'
import { MAX_PART_BYTES } from './read-part-size.js'

/** Receives the bytes of one part. The presigned URL is the credential, so any other one is refused. */
export const part: Endpoint = {
  name: 'part',
  methods: ['PUT'],
  allowMethods: 'PUT, OPTIONS',
  path: PART_PATH,
  async answer(exchange) {
    const { params, emulation, entry, body } = exchange
    const upload = emulation.store.uploads.get(params['uuid'] ?? '')
    const number = upload ? await partNumberOf(exchange, upload) : s3Error(unknownUploadError(exchange))
    if (number instanceof Response || !upload) {
      await body.drain()
      return number instanceof Response ? number : s3Error('NoSuchUpload')
    }
    entry.id = upload.uuid
    entry.publicKey = upload.publicKey

    const bytes = await emulation.storage.keep(body.chunks()).catch(failureOf)
    if (bytes instanceof Response) return bytes
    if (emulation.store.uploads.get(upload.uuid) !== upload) {
      // The upload was completed while these bytes were arriving.
      await bytes.discard()
      return s3Error('NoSuchUpload')
    }
    // Requests may send this part concurrently or complete the upload, so bytes are replaced before they are discarded.
    const replaced = upload.parts.get(number)
    upload.parts.set(number, bytes)
    await replaced?.discard()
    return new Response(null, { headers: { ETag: `"${emulation.randomUuid().replaceAll('-', '')}"` } })
  },
}

async function partNumberOf(
  { request, url, emulation, bindings }: Exchange,
  upload: MultipartUpload,
): Promise<number | Response> {
  if (request.headers.has('Authorization')) return s3Error('InvalidArgument')
  const number = await verifyPartQuery(url.searchParams, upload)
  if (typeof number === 'string') return s3Error(number)
  if (number > partCount(upload)) return s3Error('NoSuchUpload')
  if (emulation.clock.nowMs() > upload.startedAtMs + PART_URL_LIFETIME_MS) return s3Error('RequestExpired')
  const contentLength = request.headers.get('Content-Length')
  const isChunked = request.headers.has('Transfer-Encoding')
  // A Request in memory has no Content-Length; what a server receives must have one.
  if (isChunked || (contentLength === null && bindings.hasWireHeaders === true)) {
    return s3Error('MissingContentLength')
  }
  return Number(contentLength) > MAX_PART_BYTES ? s3Error('EntityTooLarge') : number
}

/** A URL without its query is refused before the upload is looked up. */
function unknownUploadError({ request, url }: Exchange): 'InvalidArgument' | 'AccessDenied' | 'NoSuchUpload' {
  if (request.headers.has('Authorization')) return 'InvalidArgument'
  return url.searchParams.has('X-Amz-Signature') ? 'NoSuchUpload' : 'AccessDenied'
}

function failureOf(error: unknown): Response {
  return s3Error(error instanceof StorageFullError ? 'QuotaExceeded' : 'IncompleteBody')
}

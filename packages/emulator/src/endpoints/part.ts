import type { Endpoint, Exchange } from '../http/exchange.js'
import { s3Error } from '../errors/s3-error.js'
import { StorageFullError } from '../errors/storage-full-error.js'
import type { MultipartUpload } from '../store/multipart-upload.js'
import { PART_PATH, PART_URL_LIFETIME_MS } from './part-urls.js'
import { MAX_PART_BYTES } from './read-part-size.js'

/** Receives the bytes of one part. The URL is the credential, so any other one is refused. */
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
      return refusal ?? s3Error('NoSuchUpload')
    }
    entry.id = upload.uuid
    entry.publicKey = upload.publicKey

    const number = Number(params['number'])
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

function refusalOf({ request, params, emulation }: Exchange, upload?: MultipartUpload): Response | undefined {
  if (request.headers.has('Authorization')) {
    return s3Error('InvalidArgument')
  }
  const number = Number(params['number'])
  if (!upload || !Number.isInteger(number) || number < 1 || number > partCount(upload))
    return s3Error('NoSuchUpload')
  if (emulation.clock.nowMs() > upload.startedAtMs + PART_URL_LIFETIME_MS) {
    return s3Error('AccessDenied')
  }
  if (Number(request.headers.get('Content-Length')) > MAX_PART_BYTES) {
    return s3Error('EntityTooLarge')
  }
  return undefined
}

function failureOf(error: unknown): Response {
  return s3Error(error instanceof StorageFullError ? 'QuotaExceeded' : 'IncompleteBody')
}

function partCount({ sizeBytes, partSizeBytes }: MultipartUpload): number {
  return Math.ceil(sizeBytes / partSizeBytes)
}

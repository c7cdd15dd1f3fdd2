import { apiError } from '../errors/upload-api-error.js'
import type { RequestBody } from './request-body.js'

const MAX_BODY_BYTES = 1024 * 1024

/**
 * Reads a whole body of at most 1 MiB. A larger one is read to its end too, so that the client can read the response.
 *
 * @throws {UploadApiError} when the body is larger, or cannot be read to its end.
 */
export async function readBytes(body: Pick<RequestBody, 'chunks'>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let sizeBytes = 0
  try {
    for await (const chunk of body.chunks()) {
      sizeBytes += chunk.byteLength
      if (sizeBytes <= MAX_BODY_BYTES) chunks.push(chunk)
    }
  } catch {
    throw apiError('PostRequestParserFailedError')
  }
  if (sizeBytes > MAX_BODY_BYTES) throw apiError('RequestSizeLimitExceededError')
  const whole = new Uint8Array(sizeBytes)
  let offset = 0
  for (const chunk of chunks) {
    whole.set(chunk, offset)
    offset += chunk.byteLength
  }
  return whole
}

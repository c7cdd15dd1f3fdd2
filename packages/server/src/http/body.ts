import type { EndpointRequest } from './endpoint-request.js'

/** The body of a request before anything parsed it. A string stands for its bytes in UTF-8. */
export type RawBody = string | Uint8Array | AsyncIterable<Uint8Array | string> | null | undefined

/** A request whose raw body an endpoint reads. */
export interface RawRequest extends EndpointRequest {
  /** Returns the raw body. Throws or rejects with advice when the body is gone. */
  body(): RawBody | Promise<RawBody>
}

/** Creates the error of an adapter whose framework parsed the body first. `advice` is the remedy in that framework. */
export function parsedBodyError(advice: string): TypeError {
  return new TypeError(
    `The body was parsed before the webhook handler received it, but the signature covers its raw bytes. ${advice}`,
  )
}

/**
 * Reads the bytes of a body.
 *
 * @returns a reason when there are more than `maxBytes`, or the connection ended before the body did
 */
export async function readRawBody(
  body: RawBody,
  maxBytes: number,
): Promise<Uint8Array | 'body-too-large' | 'body-incomplete'> {
  if (body === null || body === undefined) return new Uint8Array()
  if (typeof body === 'string' || body instanceof Uint8Array) {
    const bytes = toBytes(body)
    return bytes.byteLength > maxBytes ? 'body-too-large' : bytes
  }

  const chunks: Uint8Array[] = []
  let sizeBytes = 0
  // Stopping at the limit would close the connection while the client still sends, and the answer would be lost.
  try {
    for await (const piece of body) {
      const chunk = toBytes(piece)
      sizeBytes += chunk.byteLength
      if (sizeBytes <= maxBytes) chunks.push(chunk)
      else chunks.length = 0
    }
  } catch {
    // A client that disconnects must not cause an error of the app.
    return 'body-incomplete'
  }
  return sizeBytes > maxBytes ? 'body-too-large' : concat(chunks, sizeBytes)
}

// Node's request yields strings after setEncoding('utf8').
function toBytes(piece: Uint8Array | string): Uint8Array {
  return typeof piece === 'string' ? new TextEncoder().encode(piece) : piece
}

function concat(chunks: readonly Uint8Array[], sizeBytes: number): Uint8Array {
  const bytes = new Uint8Array(sizeBytes)
  let offset = 0
  for (const chunk of chunks) {
    bytes.set(chunk, offset)
    offset += chunk.byteLength
  }
  return bytes
}

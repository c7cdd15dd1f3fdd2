import { WebhookDenial } from '../webhook-denial.js'
import type { RawBody } from './raw-body.js'

/** Reads the bytes of a body, or throws the denial when there are too many. */
export async function readRawBody(body: RawBody, maxBytes: number): Promise<Uint8Array> {
  if (body === null || body === undefined) return new Uint8Array()
  if (typeof body === 'string' || body instanceof Uint8Array) return withinLimit(bytesOf(body), maxBytes)

  const chunks: Uint8Array[] = []
  let sizeBytes = 0
  // To stop at the limit would cut the connection of whoever is still sending, and the answer would not arrive.
  for await (const piece of body) {
    const chunk = bytesOf(piece)
    sizeBytes += chunk.byteLength
    if (sizeBytes <= maxBytes) chunks.push(chunk)
    else chunks.length = 0
  }
  if (sizeBytes > maxBytes) throw new WebhookDenial('body-too-large')
  return joined(chunks, sizeBytes)
}

// Node's request gives text after setEncoding('utf8').
function bytesOf(piece: Uint8Array | string): Uint8Array {
  return typeof piece === 'string' ? new TextEncoder().encode(piece) : piece
}

function withinLimit(bytes: Uint8Array, maxBytes: number): Uint8Array {
  if (bytes.byteLength > maxBytes) throw new WebhookDenial('body-too-large')
  return bytes
}

function joined(chunks: readonly Uint8Array[], sizeBytes: number): Uint8Array {
  const bytes = new Uint8Array(sizeBytes)
  let offset = 0
  for (const chunk of chunks) {
    bytes.set(chunk, offset)
    offset += chunk.byteLength
  }
  return bytes
}

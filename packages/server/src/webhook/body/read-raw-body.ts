import { WebhookDenial } from '../webhook-denial.js'
import type { RawBody } from './raw-body.js'

/** Reads the bytes of a body, or throws the denial when there are too many. */
export async function readRawBody(body: RawBody, maxBytes: number): Promise<Uint8Array> {
  if (body === null || body === undefined) return new Uint8Array()
  if (typeof body === 'string') return withinLimit(new TextEncoder().encode(body), maxBytes)
  if (body instanceof Uint8Array) return withinLimit(body, maxBytes)

  const chunks: Uint8Array[] = []
  let sizeBytes = 0
  // To stop at the limit would cut the connection of whoever is still sending, and the answer would not arrive.
  for await (const chunk of body) {
    sizeBytes += chunk.byteLength
    if (sizeBytes <= maxBytes) chunks.push(chunk)
    else chunks.length = 0
  }
  if (sizeBytes > maxBytes) throw new WebhookDenial('body-too-large')
  return joined(chunks, sizeBytes)
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

/** The body of a webhook as it came, before anything parsed it: its bytes, or its text where the bytes are UTF-8. */
export type WebhookBody = Uint8Array | ArrayBuffer | string

/**
 * Gives the bytes of a body.
 *
 * @throws {TypeError} when it is a parsed one.
 */
export function bytesOfBody(body: WebhookBody): Uint8Array<ArrayBuffer> {
  if (typeof body === 'string') return new TextEncoder().encode(body)
  const given: unknown = body
  // A copy, for the bytes may be a window on memory that WebCrypto does not take.
  if (given instanceof Uint8Array || given instanceof ArrayBuffer) return new Uint8Array(body)
  throw new TypeError(
    '"body" must be the raw bytes or the text of the request: a parsed body has another form',
  )
}

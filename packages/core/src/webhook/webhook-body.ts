/** The raw body of a webhook: its bytes, or its text if the bytes are UTF-8. */
export type WebhookBody = Uint8Array | ArrayBuffer | string

/**
 * @returns the bytes of the body
 * @throws {TypeError} if the body is already parsed
 */
export function bytesOfBody(body: WebhookBody): Uint8Array<ArrayBuffer> {
  if (typeof body === 'string') return new TextEncoder().encode(body)
  const given: unknown = body
  // Copies, because WebCrypto rejects views of shared memory.
  if (given instanceof Uint8Array || given instanceof ArrayBuffer) return new Uint8Array(body)
  throw new TypeError('"body" must be the raw bytes or the text of the request, not a parsed body.')
}

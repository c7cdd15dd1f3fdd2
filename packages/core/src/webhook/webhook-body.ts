/** The raw body of a webhook: its bytes, or its text if the bytes are UTF-8. */
export type WebhookBody = Uint8Array | ArrayBuffer | string

/**
 * @returns a copy of the bytes of the body, since WebCrypto rejects views of shared memory
 * @throws {TypeError} if the body is already parsed
 */
export function bytesOfBody(body: unknown): Uint8Array<ArrayBuffer> {
  if (typeof body === 'string') return new TextEncoder().encode(body)
  // Not instanceof, which fails for values of another realm, as test runners create them.
  if (ArrayBuffer.isView(body)) {
    return new Uint8Array(new Uint8Array(body.buffer, body.byteOffset, body.byteLength))
  }
  if (isArrayBuffer(body)) return new Uint8Array(new Uint8Array(body))
  throw new TypeError('"body" must be the raw bytes or the text of the request, not a parsed body.')
}

const isArrayBuffer = (value: unknown): value is ArrayBuffer =>
  /^\[object (?:Shared)?ArrayBuffer\]$/.test(Object.prototype.toString.call(value))

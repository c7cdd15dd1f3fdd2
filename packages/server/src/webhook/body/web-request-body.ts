import type { RawBody } from './raw-body.js'

/**
 * Finds the raw body of a web-standard request, for an adapter.
 *
 * @throws {TypeError} when something has read it before.
 */
export function webRequestBody(request: Request): RawBody {
  if (!request.bodyUsed) return request.body && chunksOf(request.body)
  throw new TypeError(
    "The webhook's body was read before the webhook handler saw it, and the signature can be checked on its raw bytes only. Read a clone before it: request.clone()",
  )
}

// Not every runtime lets a stream be iterated itself.
async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    yield value
  }
}

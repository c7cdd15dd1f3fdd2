import { chunksOf } from './chunks-of.js'

/** The raw body of a request. It can be read only once. */
export interface RequestBody {
  chunks(): AsyncIterable<Uint8Array>
  /** Discards a body that was not read, so that a client that is still sending can read the response. */
  drain(): Promise<void>
}

/** Creates the body of a request; `faster` replaces `request.body` where the server provides it. */
export function createRequestBody(request: Request, faster?: () => AsyncIterable<Uint8Array>): RequestBody {
  let isTaken = false

  function chunks(): AsyncIterable<Uint8Array> {
    isTaken = true
    return faster?.() ?? chunksOf(request.body)
  }

  return {
    chunks,
    async drain() {
      if (isTaken) return
      const iterator = chunks()[Symbol.asyncIterator]()
      try {
        while ((await iterator.next()).done !== true);
      } catch {
        // The client disconnected, so no response is needed.
      }
    },
  }
}

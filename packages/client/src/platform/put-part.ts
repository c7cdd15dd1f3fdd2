import { multipartUpload, type Sliceable } from '@uploadcare/upload-client'
import type { HttpAnswer } from '../network/http-answer.js'
import { AnswerError, ConnectionError } from '../requests/answer-error.js'
import { readBody } from '../network/read-body.js'
import { DEFAULT_TYPE, isPage, putByXhr, type PartOptions } from '../upload/put-by-xhr.js'

/**
 * Stores a part at its address. Unlike upload-client's function, it reports the status, the headers and the body of a
 * failure in Node and in browsers. A part carries no credential.
 *
 * @throws {AnswerError} for an error status.
 * @throws {ConnectionError} without an answer.
 */
export const putPart = (body: Sliceable, address: string, options: PartOptions): Promise<void> =>
  ArrayBuffer.isView(body) ? putByFetch(body, address, options) : putByXhr(body, address, options)

async function putByFetch(body: Buffer | Blob, address: string, options: PartOptions): Promise<void> {
  const isStreamed = ArrayBuffer.isView(body) && hasUndici()
  const { contentType = DEFAULT_TYPE, onProgress, signal } = options
  const headers = { 'content-type': contentType }
  let answer: HttpAnswer
  try {
    const response = await fetch(address, {
      method: 'PUT',
      signal,
      ...(isStreamed
        ? {
            body: streamOf(body, onProgress),
            duplex: 'half',
            headers: { ...headers, 'content-length': `${body.length}` },
            redirect: 'manual',
          }
        : { body: body as Buffer<ArrayBuffer> | Blob, headers }),
    })
    const text = await readBody(response)
    if (response.ok && !isPage(text)) return
    answer = { status: response.status, headers: Object.fromEntries(response.headers), body: text }
  } catch (error) {
    if (!ArrayBuffer.isView(body) || !isUnaskedContinue(error)) throw new ConnectionError(error)
    // Node's http module ignores such an answer. `observeAnswer` sees the status, and this function reports no progress.
    onProgress?.({ isComputable: true, value: 0 })
    await multipartUpload(body, address, { contentType, signal, ...NO_RETRIES })
    return
  }
  const { status, headers: received } = answer
  // A redirect needs a body that can be sent again, which for Node is only a Blob.
  if (isStreamed && status < 400 && 'location' in received) {
    // No progress of a Blob can be observed.
    onProgress?.({ isComputable: true, value: 0 })
    return putByFetch(new Blob([body as Buffer<ArrayBuffer>]), address, options)
  }
  throw new AnswerError(answer, status < 300)
}

const NO_RETRIES = { retryThrottledRequestMaxTimes: 0, retryNetworkErrorMaxTimes: 0 }

/** Whether the answer is `100 Continue` without a request for it, for which undici destroys the connection (nodejs/undici#197). */
const isUnaskedContinue = (error: unknown): boolean =>
  (Object((Object(error) as { cause?: unknown }).cause) as { message?: unknown }).message === 'bad response'

/** Whether `fetch` is that of Node: it copies a `Buffer` twice and a stream never. Others may send a stream without its size. */
const hasUndici = (): boolean =>
  typeof XMLHttpRequest === 'undefined' &&
  !!(globalThis as { process?: Partial<NodeJS.Process> }).process?.versions?.['undici']

// Less than the system holds, so that a chunk adds no pause. Smaller chunks take more time of the CPU.
const CHUNK_BYTES = 64 * 1024

/** Returns the bytes as a stream, whose progress is what the system has taken. */
function streamOf(bytes: Uint8Array, onProgress: PartOptions['onProgress']): ReadableStream {
  let sentBytes = 0
  return new ReadableStream(
    {
      // `fetch` asks for a chunk when the system has taken the one before.
      pull(controller) {
        onProgress?.({ isComputable: true, value: sentBytes / bytes.length })
        const chunk = bytes.subarray(sentBytes, sentBytes + CHUNK_BYTES)
        sentBytes += chunk.length
        if (chunk.length > 0) controller.enqueue(chunk)
        else controller.close()
      },
    },
    { highWaterMark: 0 },
  )
}

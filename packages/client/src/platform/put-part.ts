import type { Sliceable } from '@uploadcare/upload-client'
import type { HttpAnswer } from '../network/http-answer.js'
import { AnswerError, ConnectionError } from '../requests/answer-error.js'
import { readBody } from '../token-source/read-body.js'
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
  const { contentType = DEFAULT_TYPE, signal } = options
  const headers = { 'content-type': contentType }
  let answer: HttpAnswer
  try {
    const response = await fetch(address, {
      method: 'PUT',
      signal,
      ...(isStreamed
        ? {
            body: streamOf(body),
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
    throw new ConnectionError(error)
  }
  const { status, headers: received } = answer
  // A redirect needs a body that can be sent again, which for Node is only a Blob.
  if (isStreamed && status < 400 && 'location' in received) {
    return putByFetch(new Blob([body as Buffer<ArrayBuffer>]), address, options)
  }
  throw new AnswerError(answer, status < 300)
}

/** Whether `fetch` is that of Node: it copies a `Buffer` twice and a stream never. Others may send a stream without its size. */
const hasUndici = (): boolean =>
  typeof XMLHttpRequest === 'undefined' &&
  !!(globalThis as { process?: Partial<NodeJS.Process> }).process?.versions?.['undici']

const streamOf = (bytes: Uint8Array): ReadableStream =>
  new ReadableStream({
    start(controller) {
      controller.enqueue(bytes)
      controller.close()
    },
  })

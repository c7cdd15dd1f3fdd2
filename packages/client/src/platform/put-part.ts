import type { Sliceable } from '@uploadcare/upload-client'
import type { HttpAnswer } from '../network/http-answer.js'
import { AnswerError, ConnectionError } from '../requests/answer-error.js'
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

async function putByFetch(
  body: Buffer,
  address: string,
  { contentType = DEFAULT_TYPE, signal }: PartOptions,
): Promise<void> {
  const headers = { 'content-type': contentType }
  let answer: HttpAnswer
  try {
    const response = await fetch(address, {
      method: 'PUT',
      body: body as Buffer<ArrayBuffer>,
      headers,
      signal,
    })
    // An unread body would keep the connection busy.
    const text = await response.text()
    if (response.ok && !isPage(text)) return
    answer = { status: response.status, headers: Object.fromEntries(response.headers), body: text }
  } catch (error) {
    throw new ConnectionError(error)
  }
  throw new AnswerError(answer, answer.status < 300)
}

import type { MultipartUploadOptions, Sliceable } from '@uploadcare/upload-client'
import type { HttpAnswer } from '../network/http-answer.js'
import { AnswerError, ConnectionError } from '../requests/answer-error.js'
import { isBlob } from './to-bytes.js'

type PartOptions = Pick<MultipartUploadOptions, 'contentType' | 'onProgress'> & { signal: AbortSignal }

const DEFAULT_TYPE = 'application/octet-stream'

/**
 * Stores a part at its address. Unlike upload-client's function, it reports the status, the headers and the body of a
 * failure in Node and in browsers. A part carries no credential.
 *
 * @throws {AnswerError} for an error status.
 * @throws {ConnectionError} without an answer.
 */
export const putPart = (body: Sliceable, address: string, options: PartOptions): Promise<void> =>
  isBlob(body) ? putByXhr(body, address, options) : putByFetch(body, address, options)

/** In browsers only XMLHttpRequest reports progress. */
function putByXhr(
  body: Blob,
  address: string,
  { contentType = DEFAULT_TYPE, onProgress, signal }: PartOptions,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest()
    xhr.open('PUT', address)
    xhr.setRequestHeader('Content-Type', contentType)
    if (onProgress) {
      xhr.upload.onprogress = ({ lengthComputable, loaded, total }) => {
        if (lengthComputable) onProgress({ isComputable: true, value: loaded / total })
      }
    }
    xhr.onload = () => {
      const { status, responseText } = xhr
      if (status < 300 && !isPage(responseText)) resolve()
      // S3 closes a slow connection with a bare 400, and browsers may hide the body that names the reason.
      else reject(new AnswerError({ status, headers: headersOf(xhr), body: responseText }, status < 401))
    }
    xhr.onerror = () => {
      reject(new ConnectionError(undefined))
    }
    signal.addEventListener('abort', () => {
      xhr.abort()
    })
    xhr.send(body)
  })
}

async function putByFetch(body: Buffer | Blob, address: string, options: PartOptions): Promise<void> {
  const isStreamed = !isBlob(body) && hasUndici()
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
    // An unread body would keep the connection busy.
    const text = await response.text()
    if (response.ok && !isPage(text)) return
    answer = { status: response.status, headers: Object.fromEntries(response.headers), body: text }
  } catch (error) {
    throw new ConnectionError(error)
  }
  const { status } = answer
  // A redirect needs a body that can be sent again, which for Node is only a Blob.
  if (isStreamed && status > 299 && status < 400) {
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

/** The storage answers a stored part without a body. A page comes from a proxy or a login in between. */
const isPage = (body: string): boolean => /^\s*</.test(body)

/** The values that are read contain no colon before a space. */
const headersOf = (xhr: XMLHttpRequest): HttpAnswer['headers'] =>
  Object.fromEntries(
    xhr
      .getAllResponseHeaders()
      .replace(/^[^:]+/gm, (name) => name.toLowerCase())
      .split(/\r?\n/)
      .map((line) => line.split(': ')),
  ) as Record<string, string>

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

/** The storage answers a stored part without a body. A page comes from a proxy or a login in between. */
const isPage = (body: string): boolean => /^\s*</.test(body)

function headersOf(xhr: XMLHttpRequest): HttpAnswer['headers'] {
  const lines = xhr
    .getAllResponseHeaders()
    .trim()
    .split(/[\r\n]+/)
  return Object.fromEntries(
    lines.map((line) => {
      const [name = '', ...value] = line.split(': ')
      return [name.toLowerCase(), value.join(': ')]
    }),
  )
}

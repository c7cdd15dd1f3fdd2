import type { MultipartUploadOptions } from '@uploadcare/upload-client'
import type { HttpAnswer } from '../network/http-answer.js'
import { AnswerError, ConnectionError } from '../requests/answer-error.js'
import { throwIfAborted } from '../time/abort.js'

export type PartOptions = Pick<MultipartUploadOptions, 'contentType' | 'onProgress'> & { signal: AbortSignal }

export const DEFAULT_TYPE = 'application/octet-stream'

/**
 * Stores a part at its address with XMLHttpRequest, which alone reports progress in browsers.
 *
 * @throws {AnswerError} for an error status.
 * @throws {ConnectionError} without an answer.
 */
export function putByXhr(
  body: Blob,
  address: string,
  { contentType = DEFAULT_TYPE, onProgress, signal }: PartOptions,
): Promise<void> {
  return new Promise((resolve, reject) => {
    // A signal that has aborted calls no listener.
    throwIfAborted(signal)
    const xhr = new XMLHttpRequest()
    xhr.open('PUT', address)
    xhr.setRequestHeader('Content-Type', contentType)
    xhr.upload.onprogress = ({ lengthComputable, loaded, total }) => {
      if (lengthComputable) onProgress?.({ isComputable: true, value: loaded / total })
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

/** The storage answers a stored part without a body. A page comes from a proxy or a login in between. */
export const isPage = (body: string): boolean => /^\s*</.test(body)

/** The values that are read contain no colon before a space. */
const headersOf = (xhr: XMLHttpRequest): HttpAnswer['headers'] =>
  Object.fromEntries(
    xhr
      .getAllResponseHeaders()
      .replace(/^[^:]+/gm, (name) => name.toLowerCase())
      .split(/\r?\n/)
      .map((line) => line.split(': ')),
  ) as Record<string, string>

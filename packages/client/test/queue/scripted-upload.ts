import { SecureUploadError } from '@secure-uploading/core/token'
import { CancelError, UploadcareFile, type FileInfo } from '@uploadcare/upload-client'
import type { createPartsUpload, PartsUpload } from '../../src/resumable/create-parts-upload.js'

type Create = typeof createPartsUpload

/** A call of `advance`, which the test ends. */
export interface Attempt {
  id: string
  signal: AbortSignal
  isOver: boolean
  progress(value: number): void
  retry(delayMs: number): void
  waitForNetwork(): void
  waitForToken(delayMs: number): void
  sent(): void
  succeed(): void
  fail(): void
  /** Ends the request as a browser does when the user leaves the page. */
  interrupt(): void
}

/** All calls of the current world. */
export const attempts: Attempt[] = []

/** Replaces the uploads of a queue by attempts that the test ends. */
export const createScriptedUpload = (...[context, , options]: Parameters<Create>): PartsUpload => ({
  forgetOwner: () => undefined,
  advance(signal, onSent = () => undefined) {
    let resolve: (file: UploadcareFile) => void = () => undefined
    let reject: (error: Error) => void = () => undefined
    const promise = new Promise<UploadcareFile>((fulfil, fail) => {
      resolve = fulfil
      reject = fail
    })
    const { id = '' } = options
    const attempt: Attempt = {
      id,
      signal,
      isOver: false,
      progress: (value) => options.onProgress?.({ isComputable: true, value }),
      retry: (delayMs) => {
        context.emit({ type: 'retried', what: 'base', because: 'server', attempt: 1, delayMs, status: 503 })
      },
      waitForNetwork: () => {
        context.emit({ type: 'waiting', what: 'base', for: 'network' })
      },
      waitForToken: (delayMs) => {
        const error = new SecureUploadError('ERR_INTERNAL', 'The token endpoint answered 503', {
          status: 503,
        })
        context.emit({ type: 'waiting', what: 'base', for: 'token', delayMs, error })
      },
      sent: onSent,
      succeed: () => {
        attempt.isOver = true
        onSent()
        resolve(new UploadcareFile({ uuid: id } as FileInfo, { baseCDN: 'https://cdn.example' }))
      },
      fail: () => {
        attempt.isOver = true
        reject(new Error('Uploadcare refused the file'))
      },
      interrupt: () => {
        attempt.isOver = true
        reject(new CancelError())
      },
    }
    signal.addEventListener('abort', () => {
      attempt.isOver = true
      reject(new CancelError())
    })
    attempts.push(attempt)
    return promise
  },
})

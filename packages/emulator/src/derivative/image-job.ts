import type { StoredFile } from '../store/stored-file.js'

/** A job that creates an image. It proceeds by one step with each request for its status. */
export interface ImageJob {
  readonly publicKey: string
  readonly filename: string
  readonly width: number
  readonly height: number
  readonly isStored: boolean
  /** The number of requests for its status. */
  polls: number
  /** The result, once its upload has begun. */
  file: Promise<StoredFile> | undefined
}

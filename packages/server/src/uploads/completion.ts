import type { createUploadReceiptVerifier, UploadAcceptances } from '@secure-uploading/core/internal'
import type { Keys } from '../options/keys.js'
import type { RestApi } from '../rest-api/rest-api.js'
import type { RestSettings } from '../rest-api/send.js'
import type { Claims } from './claims.js'
import type { UploadRouteSettings } from './define-uploads.js'
import type { FileResult } from './file-result.js'
import type { Quota, ResultStore } from './limits.js'

/** The settings of completing files, which the uploads handler and the webhook handler share. */
export interface CompletionSettings {
  restApi: RestSettings & { timeLimitMs: number }
  quota: Quota | undefined
  results: ResultStore | undefined
  now: () => number
}

/** A file that was rejected. */
export type RejectedFile = FileResult & { status: 'rejected' }

/** Who completes files, and of which route. */
export interface CompletionInput {
  keys: Keys
  /** The secrets of receipts; the first signs. */
  secrets: readonly string[]
  subject: string
  /** `never` because neither `authorize` nor `metadata` is called. */
  route: UploadRouteSettings<never>
  /** Shared by all handlers of the same uploads. */
  claims: Claims
  /**
   * The number of files that are completed; the others are `processing`.
   *
   * @default all
   */
  mostFiles?: number
  /** Called for each rejected file. `hint` is for logs. */
  onReject: (result: RejectedFile, hint?: string) => void
  onError: (error: unknown) => void
}

/** A completion that runs. */
export interface Completion extends CompletionSettings, CompletionInput {
  api: RestApi
  /** Verifies the signature of each receipt once for all files of this completion. */
  verifyReceipt: ReturnType<typeof createUploadReceiptVerifier>
  acceptances: UploadAcceptances
  /** Returns whether the time limit is over. */
  isOver: () => boolean
  /** Passes the error of a REST API that fails or cannot be reached to `onError`, once per completion. */
  onOutage: (error: unknown) => void
  /** Claims a key for the time of this completion. */
  claim: (key: string) => (() => void) | undefined
}

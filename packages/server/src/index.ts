export { keysFromEnv, type KeyEnvironment } from './options/environment.js'
export type { Key, KeyOptions } from './options/keys.js'
export type { Secrets } from './options/secrets.js'
export type { Receipts } from './receipt/options.js'
export type { Credential } from './token/credential.js'
export type { TokenDenialReason, TokenDenied, TokenIssued } from './token/events.js'
export type { Authorization, Authorize, AuthorizeResult, CheckedGrant, Grant } from './token/grant.js'
export { createTokenHandler, type TokenHandler } from './token/handler.js'
export type { TokenHandlerOptions } from './token/options.js'
export type { Limiter, RateLimit } from './token/rate-limit.js'
export type { ByteSize } from './uploads/byte-size.js'
export type { UploadGrant, UploadRoute, Uploads } from './uploads/define-uploads.js'
export type { FileRejected, UploadDenied, UploadRequestDenied } from './uploads/events.js'
export type { FileResult } from './uploads/file-result.js'
export { createUploadsHandler, defineUploads, type UploadsHandler } from './uploads/handler.js'
export type { Quota, QuotaLimiter, ResultStore } from './uploads/limits.js'
export type { UploadsHandlerOptions } from './uploads/options.js'
export type { UploadRules } from './uploads/rules.js'
export type { UploadedFile } from './uploads/uploaded-file.js'
export type { WebhookDenialReason, WebhookDenied, WebhookEvent } from './webhook/events.js'
export { createWebhookHandler, type WebhookHandler } from './webhook/handler.js'
export type { WebhookHandlerOptions } from './webhook/options.js'
export type {
  FileInfoUpdatedPayload,
  WebhookFile,
  WebhookInfo,
  WebhookInitiator,
  WebhookPayload,
} from './webhook/payload.js'
export {
  isSecureUploadError,
  SecureUploadError,
  type RejectionCode,
  type SecureUploadErrorCode,
  type SecureUploadErrorDetails,
  type UploadReceiptClaims,
  type UploadReceiptVerdict,
} from '@secure-uploading/core'

export { createTokenHandler } from './create-token-handler.js'
export type { TokenRouteHandlers } from './create-token-handler.js'
export { createWebhookHandler } from './create-webhook-handler.js'
export type { WebhookRouteHandlers } from './create-webhook-handler.js'
export {
  isSecureUploadError,
  SecureUploadError,
  type Authorization,
  type Credential,
  type FileInfoUpdatedPayload,
  type Grant,
  type Limiter,
  type RateLimit,
  type Receipts,
  type Secrets,
  type SecureUploadErrorCode,
  type TokenDenialReason,
  type TokenDenied,
  type TokenHandlerOptions,
  type TokenIssued,
  type UploadReceiptClaims,
  type UploadReceiptVerdict,
  type WebhookDenialReason,
  type WebhookDenied,
  type WebhookEvent,
  type WebhookFile,
  type WebhookHandlerOptions,
  type WebhookInfo,
  type WebhookInitiator,
  type WebhookPayload,
} from '@secure-uploading/server'

export { createResponse } from './answer/create-response.js'
export type { EndpointAnswer } from './answer/endpoint-answer.js'
export { sendNodeAnswer } from './answer/send-node-answer.js'
export type { NodeResponse } from './answer/send-node-answer.js'
export type { Authorization, Authorize, Grant } from './authorize/grant.js'
export { createTokenEndpoint } from './create-token-endpoint.js'
export type { EndpointRequest, TokenEndpoint } from './create-token-endpoint.js'
export { createTokenHandler } from './create-token-handler.js'
export type { TokenHandler } from './create-token-handler.js'
export type { TokenDenied, TokenDenialReason } from './hooks/token-denied.js'
export type { TokenIssued } from './hooks/token-issued.js'
export type { Key } from './keys/create-key-ring.js'
export type { Credential, TokenHandlerOptions } from './options/token-handler-options.js'
export type { Limiter, RateLimit } from './rate-limit/rate-limit.js'
export type { Receipts } from './receipts/receipts.js'
export { nodeHeader } from './request/node-header.js'
export type { NodeHeaders } from './request/node-header.js'
export type { Secrets } from './secrets/create-secrets.js'
export { nodeRequestBody } from './webhook/body/node-request-body.js'
export type { NodeRequest } from './webhook/body/node-request-body.js'
export { parsedBodyError } from './webhook/body/parsed-body-error.js'
export type { RawBody } from './webhook/body/raw-body.js'
export { webRequestBody } from './webhook/body/web-request-body.js'
export { createWebhookEndpoint } from './webhook/create-webhook-endpoint.js'
export type { WebhookEndpoint, WebhookRequest } from './webhook/create-webhook-endpoint.js'
export { createWebhookHandler } from './webhook/create-webhook-handler.js'
export type { WebhookHandler } from './webhook/create-webhook-handler.js'
export type { WebhookEvent } from './webhook/event/webhook-event.js'
export type {
  FileInfoUpdatedPayload,
  WebhookFile,
  WebhookInfo,
  WebhookInitiator,
  WebhookPayload,
} from './webhook/event/webhook-payload.js'
export type { WebhookDenialReason, WebhookDenied } from './webhook/hooks/webhook-denied.js'
export type { WebhookHandlerOptions } from './webhook/options/webhook-handler-options.js'
export {
  isSecureUploadError,
  SecureUploadError,
  type SecureUploadErrorCode,
  type SecureUploadErrorDetails,
  type UploadReceiptClaims,
  type UploadReceiptVerdict,
} from '@secure-uploading/core'

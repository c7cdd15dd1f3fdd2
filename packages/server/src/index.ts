export { createResponse } from './answer/create-response.js'
export type { EndpointAnswer } from './answer/endpoint-answer.js'
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
export {
  isSecureUploadError,
  SecureUploadError,
  type SecureUploadErrorCode,
  type SecureUploadErrorDetails,
} from '@secure-uploading/core'

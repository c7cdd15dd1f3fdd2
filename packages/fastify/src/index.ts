export { createTokenHandler } from './create-token-handler.js'
export {
  isSecureUploadError,
  SecureUploadError,
  type Authorization,
  type Credential,
  type Grant,
  type Limiter,
  type RateLimit,
  type SecureUploadErrorCode,
  type TokenDenialReason,
  type TokenDenied,
  type TokenHandlerOptions,
  type TokenIssued,
} from '@secure-uploading/server'

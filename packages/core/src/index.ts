export type { AuthTokenClaims, AuthTokenRestrictions } from './auth-token/auth-token-claims.js'
export { generateAuthToken } from './auth-token/generate-auth-token.js'
export type { AuthTokenOptions } from './auth-token/generate-auth-token.js'
export { verifyAuthToken } from './auth-token/verify-auth-token.js'
export type { AuthTokenVerdict, VerifyAuthTokenOptions } from './auth-token/verify-auth-token.js'
export { createSigner } from './signature/create-signer.js'
export type { Signer, SignerOptions } from './signature/create-signer.js'
export { assertLifetime } from './signature/expire-from-expiry.js'
export type { Expiry } from './signature/expire-from-expiry.js'
export { generateSecureSignature } from './signature/generate-secure-signature.js'
export type { Refusal, Verdict, WireSignature } from './signature/verdict.js'
export { verifySecureSignature } from './signature/verify-secure-signature.js'
export type { Clock } from './clock.js'
export {
  isSecureUploadError,
  parseUploadToken,
  SecureUploadError,
  type AuthToken,
  type SecureToken,
  type SecureUploadErrorCode,
  type SecureUploadErrorDetails,
  type TokenDetails,
  type UploadToken,
} from './token/index.js'

export { createSigner } from './signature/create-signer.js'
export type { Signer, SignerOptions } from './signature/create-signer.js'
export type { Expiry } from './signature/expire-from-expiry.js'
export { generateSecureSignature } from './signature/generate-secure-signature.js'
export type { Verdict, WireSignature } from './signature/verdict.js'
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

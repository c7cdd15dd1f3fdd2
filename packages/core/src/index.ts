export type { AuthTokenClaims, AuthTokenRestrictions } from './auth-token/auth-token-claims.js'
export { generateAuthToken } from './auth-token/generate-auth-token.js'
export type { AuthTokenOptions } from './auth-token/generate-auth-token.js'
export { verifyAuthToken } from './auth-token/verify-auth-token.js'
export type { AuthTokenVerdict, VerifyAuthTokenOptions } from './auth-token/verify-auth-token.js'
export type { Clock } from './clock.js'
export type { Expiry } from './expiry/expire-from-expiry.js'
export { createSigner } from './signature/create-signer.js'
export type { Signer, SignerOptions } from './signature/create-signer.js'
export { generateSecureSignature } from './signature/generate-secure-signature.js'
export { verifySecureSignature } from './signature/verify-secure-signature.js'
export type { WireSignature } from './signature/verify-secure-signature.js'
export { generateUploadAcceptance } from './upload-receipt/generate-upload-acceptance.js'
export type { UploadAcceptance } from './upload-receipt/upload-acceptance.js'
export { verifyUploadAcceptance } from './upload-receipt/verify-upload-acceptance.js'
export type {
  UploadAcceptanceRefusal,
  UploadAcceptanceVerdict,
} from './upload-receipt/upload-acceptance-verdict.js'
export { generateUploadReceipt } from './upload-receipt/generate-upload-receipt.js'
export type { UploadReceiptOptions } from './upload-receipt/generate-upload-receipt.js'
export type { UploadReceiptClaims } from './upload-receipt/upload-receipt-claims.js'
export { verifyUploadReceipt } from './upload-receipt/verify-upload-receipt.js'
export type {
  UploadReceiptRefusal,
  UploadReceiptVerdict,
  VerifyUploadReceiptOptions,
} from './upload-receipt/upload-receipt-verdict.js'
export type { Refusal, Verdict } from './verdict.js'
export { generateWebhookSignature } from './webhook/generate-webhook-signature.js'
export { verifyWebhookSignature } from './webhook/verify-webhook-signature.js'
export type {
  SignedWebhook,
  VerifyWebhookOptions,
  WebhookVerdict,
} from './webhook/verify-webhook-signature.js'
export type { WebhookRefusal } from './webhook/check-signature-form.js'
export type { WebhookBody } from './webhook/webhook-body.js'
export {
  isSecureUploadError,
  parseUploadToken,
  SecureUploadError,
  UPLOAD_RECEIPT_METADATA_KEY,
  type AuthToken,
  type RejectionCode,
  type SecureToken,
  type SecureUploadErrorCode,
  type SecureUploadErrorData,
  type SecureUploadErrorDetails,
  type SecureUploadErrorOf,
  type TokenDetails,
  type UploadToken,
} from './token/index.js'

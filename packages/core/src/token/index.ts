export { findSimilarName } from './find-similar-name.js'
export { parseUploadToken } from './parse-upload-token.js'
export {
  isSecureUploadError,
  SecureUploadError,
  type RejectionCode,
  type SecureUploadErrorCode,
  type SecureUploadErrorData,
  type SecureUploadErrorDetails,
  type SecureUploadErrorOf,
} from './secure-upload-error.js'
export { UPLOAD_RECEIPT_METADATA_KEY } from './upload-token.js'
export type { AuthToken, SecureToken, TokenDetails, UploadToken } from './upload-token.js'

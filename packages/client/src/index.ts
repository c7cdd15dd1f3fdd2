export { SecureUploadClient } from './client/secure-upload-client.js'
export type { SecureUploadSettings } from './client/secure-upload-settings.js'
export {
  createTokenSource,
  isSecureUploadError,
  SecureUploadError,
  TokenEndpointError,
  type AuthToken,
  type AuthTokenProvider,
  type ClientClock,
  type SecureToken,
  type SecureUploadErrorCode,
  type TokenAge,
  type TokenEvent,
  type TokenSource,
  type TokenSourceOptions,
  type UploadToken,
} from './token-source/index.js'
export type { ClientEvent, RetryReason, UploadEvent, UploadRequest } from './requests/upload-event.js'
export type { UploadFilesOptions } from './upload/upload-files.js'
export type { UploadInput } from './upload/upload-input.js'

export { CancelError, NetworkError, UploadError } from '@uploadcare/upload-client'
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
  type GetTokenOptions,
  type SecureToken,
  type SecureUploadErrorCode,
  type TokenAge,
  type TokenEvent,
  type TokenRetriedEvent,
  type TokenSource,
  type TokenSourceOptions,
  type UploadToken,
} from './token-source/index.js'
export type { UploadFunctionOptions } from './functions/function-options.js'
export { uploadFile } from './functions/upload-file.js'
export { uploadFiles } from './functions/upload-files.js'
export { uploadFromUrl } from './functions/upload-from-url.js'
export { uploadGroup } from './functions/upload-group.js'
export type { SmallFilesOptions } from './small-files/small-files-options.js'
export { uploadSmallFiles, type SentSmallFile } from './small-files/upload-small-files.js'
export type {
  ClientEvent,
  EventFile,
  RetryReason,
  UploadEvent,
  UploadRequest,
} from './requests/upload-event.js'
export type { UploadFilesOptions } from './upload/upload-files.js'
export type { UploadInput } from './upload/upload-input.js'

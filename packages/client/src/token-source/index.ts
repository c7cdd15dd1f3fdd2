export {
  isSecureUploadError,
  SecureUploadError,
  type AuthToken,
  type SecureToken,
  type SecureUploadErrorCode,
  type UploadToken,
} from '@secure-uploading/core/token'
export type { ClientClock } from '../time/clock.js'
export { createTokenSource } from './create-token-source.js'
export { TokenEndpointError } from './token-endpoint-error.js'
export type { TokenEvent, TokenRetriedEvent } from './token-event.js'
export type { AuthTokenProvider, GetTokenOptions, TokenAge, TokenSource } from './token-source.js'
export type { TokenSourceOptions } from './token-source-options.js'

import { SecureUploadError } from '@secure-uploading/core/token'

/** @throws {SecureUploadError} `ERR_CREDENTIAL_UNSUPPORTED` when File Uploader would ignore the option and upload unsigned. */
export function assertAuthTokenSupport(): void {
  const config = customElements.get('uc-config')
  if (config && 'authToken' in config.prototype) return
  throw new SecureUploadError(
    'ERR_CREDENTIAL_UNSUPPORTED',
    'This version of File Uploader cannot send auth tokens. Install @uploadcare/file-uploader 1.35.1 or newer, or set "credential" of the endpoint to "signature".',
  )
}

import { createTokenHandler } from '@secure-uploading/next'
import { uploadAuthorization } from '../upload-authorization'

// The token endpoint: issues tokens to signed-in users, for files of any kind.
export const { POST, OPTIONS } = createTokenHandler(uploadAuthorization)

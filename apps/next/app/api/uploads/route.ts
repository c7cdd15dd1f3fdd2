import { createUploadsHandler } from '@secure-uploading/next'
import { requiredEnv } from '../../../settings/required-env'
import { restAPI } from '../../../settings/rest-api'
import { uploadAuthorization } from '../upload-authorization'
import { uploads } from './uploads'

// The uploads endpoint: issues tokens for the routes in uploads.ts, and checks the files that were uploaded with them.
export const { POST, OPTIONS } = createUploadsHandler({
  ...uploadAuthorization,
  ...restAPI(),
  uploads,
  receipts: { secret: () => requiredEnv('RECEIPT_SECRET') },
})

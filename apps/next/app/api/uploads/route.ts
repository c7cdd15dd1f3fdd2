import { createUploadsHandler } from '@secure-uploading/next'
import { requiredEnv } from '../../../settings/required-env'
import { uploadAuthorization } from '../upload-authorization'
import { uploads } from './uploads'

// The emulator's. Unset for Uploadcare.
const apiBaseURL = process.env['UPLOADCARE_API_URL']

// The uploads endpoint: issues tokens for the routes in uploads.ts, and checks the files that were uploaded with them.
export const { POST, OPTIONS } = createUploadsHandler({
  ...uploadAuthorization,
  uploads,
  receipts: { secret: () => requiredEnv('RECEIPT_SECRET') },
  ...(apiBaseURL !== undefined && { apiBaseURL }),
})

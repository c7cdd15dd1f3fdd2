import { createTokenHandler } from '@secure-uploading/next'

export const { POST, OPTIONS } = createTokenHandler({
  publicKey: () => process.env.UPLOADCARE_PUBLIC_KEY,
  secretKey: () => process.env.UPLOADCARE_SECRET_KEY,
  authorize: (request) => (request.cookies.has('session') ? { subject: 'ada' } : null),
})

import { createTokenHandler } from '@secure-uploading/next/pages'

export default createTokenHandler({
  publicKey: () => process.env.UPLOADCARE_PUBLIC_KEY,
  secretKey: () => process.env.UPLOADCARE_SECRET_KEY,
  authorize: (request) => (request.cookies.session ? { subject: 'ada' } : null),
})

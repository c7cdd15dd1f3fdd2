import { createTokenHandler } from '@secure-uploading/next'

export const { POST, OPTIONS } = createTokenHandler<{ params: { team: string } }>({
  publicKey: () => process.env.UPLOADCARE_PUBLIC_KEY ?? '',
  secretKey: () => process.env.UPLOADCARE_SECRET_KEY ?? '',
  authorize: (_request, { params }) => ({ subject: params.team }),
})

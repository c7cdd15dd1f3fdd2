import { createTokenHandler } from '@secure-uploading/next'

export const { POST, OPTIONS } = createTokenHandler<{ params: Promise<{ team: string }> }>({
  publicKey: () => process.env.UPLOADCARE_PUBLIC_KEY ?? '',
  secretKey: () => process.env.UPLOADCARE_SECRET_KEY ?? '',
  authorize: async (_request, { params }) => ({ subject: (await params).team }),
})

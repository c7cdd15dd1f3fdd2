import { createTokenHandler } from '@secure-uploading/next/pages'
import type { NextApiRequest, NextApiResponse } from 'next'

export default createTokenHandler({
  publicKey: () => process.env.UPLOADCARE_PUBLIC_KEY ?? '',
  secretKey: () => process.env.UPLOADCARE_SECRET_KEY ?? '',
  authorize: (request, response) => {
    const same: [NextApiRequest, NextApiResponse] = [request, response]
    // @ts-expect-error If the request were `any`, it would have every property.
    if (request.nothing) return false
    const user = same[0].cookies.user
    return user === undefined ? null : { subject: user }
  },
})

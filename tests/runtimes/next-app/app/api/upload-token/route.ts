import { createTokenHandler, type Grant } from '@secure-uploading/next'
import { redirect } from 'next/navigation'
import type { NextRequest } from 'next/server'

// Type-checks only if the type of the request is not `any`.
type IsAny<T> = 0 extends 1 & T ? true : false
const isAny: IsAny<Parameters<typeof POST>[0]> = false

export const { POST, OPTIONS } = createTokenHandler({
  publicKey: () => process.env.UPLOADCARE_PUBLIC_KEY ?? '',
  secretKey: () => process.env.UPLOADCARE_SECRET_KEY ?? '',
  authorize: (request): Grant | null => {
    const same: NextRequest = request
    if (request.nextUrl.searchParams.has('sign-in')) redirect('/sign-in')
    const user = same.cookies.get('user')?.value
    return user === undefined || isAny ? null : { subject: user }
  },
})

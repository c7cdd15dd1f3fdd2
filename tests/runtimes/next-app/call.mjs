// Calls the token endpoint of the App Router with the `NextRequest` of the installed Next, and prints which checks passed.
import { createTokenHandler } from '@secure-uploading/next'
import { redirect } from 'next/navigation.js'
import { NextRequest } from 'next/server.js'

const { POST, OPTIONS } = createTokenHandler({
  publicKey: 'demopublickey',
  secretKey: 'demosecretkey',
  authorize: (request) => {
    if (request.nextUrl.searchParams.has('sign-in')) redirect('/sign-in')
    return request.cookies.has('user') || null
  },
})
const url = 'http://app.example/api/upload-token'
const context = { params: Promise.resolve({}) }
const statusOf = async (method, address, headers = {}) => {
  const handle = method === 'POST' ? POST : OPTIONS
  return (await handle(new NextRequest(address, { method, headers }), context)).status
}

console.log(
  JSON.stringify({
    'issues a token to a signed-in user': (await statusOf('POST', url, { cookie: 'user=ada' })) === 200,
    'answers 401 without a signed-in user': (await statusOf('POST', url)) === 401,
    'answers 401 when authorize redirects': (await statusOf('POST', `${url}?sign-in`)) === 401,
    'answers 403 to a page of another origin':
      (await statusOf('POST', url, { cookie: 'user=ada', origin: 'http://evil.example' })) === 403,
    'answers a preflight': (await statusOf('OPTIONS', url)) === 204,
  }),
)

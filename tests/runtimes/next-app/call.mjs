// Calls the endpoint of the App Router with this Next's own request, and prints the statuses.
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
const ask = async (method, address, headers = {}) => {
  const handle = method === 'POST' ? POST : OPTIONS
  return (await handle(new NextRequest(address, { method, headers }), context)).status
}

console.log(
  JSON.stringify({
    'issues a token to who is signed in': (await ask('POST', url, { cookie: 'user=ada' })) === 200,
    'answers 401 to nobody': (await ask('POST', url)) === 401,
    'turns redirect() into 401': (await ask('POST', `${url}?sign-in`)) === 401,
    'refuses a page of another origin':
      (await ask('POST', url, { cookie: 'user=ada', origin: 'http://evil.example' })) === 403,
    'answers a preflight': (await ask('OPTIONS', url)) === 204,
  }),
)

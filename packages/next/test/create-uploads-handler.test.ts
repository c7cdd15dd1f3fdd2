import { fileURLToPath } from 'node:url'
import { describeUploadsEndpoint } from '@secure-uploading/contract'
import { describeUploadsEndpointInEdgeRuntime } from '@secure-uploading/contract/edge'
import { redirect } from 'next/navigation.js'
import { NextRequest } from 'next/server.js'
import { expect, expectTypeOf, it } from 'vitest'
import { createUploadsHandler, defineUploads } from '../src/index.js'
import { adapter } from './uploads-app-router-adapter.js'

interface Context {
  params: Promise<object>
}

describeUploadsEndpoint("Next's App Router", adapter)

describeUploadsEndpointInEdgeRuntime(
  "Next's App Router at the edge",
  fileURLToPath(new URL('uploads-app-router-adapter.ts', import.meta.url)),
  // Next's bundler defines these names for Next's request class. Our code uses neither.
  { ...adapter, define: { __dirname: '"/"', 'process.env': '{}' } },
)

it('translates redirect() in authorize of the endpoint and of a route to 401', async () => {
  const refusing = () => redirect('/sign-in')
  const granting = () => ({ subject: 'ada' })
  for (const [ofEndpoint, ofRoute, status] of [
    [refusing, granting, 401],
    [granting, refusing, 401],
    [granting, granting, 200],
  ] as const) {
    const { POST } = createUploadsHandler({
      uploads: defineUploads({ avatar: { authorize: ofRoute } }),
      publicKey: 'demopublickey',
      secretKey: 'demosecretkey',
      receipts: { secret: 'a secret of the backend' },
      authorize: ofEndpoint,
      onError: () => undefined,
    })
    const request = new NextRequest('http://app.example/api/uploads?route=avatar', { method: 'POST' })
    expect((await POST(request, { params: Promise.resolve({}) })).status).toBe(status)
  }
})

it('types the functions of a route with the arguments of the framework', () => {
  defineUploads({
    avatar: {
      authorize: (...args) => {
        expectTypeOf(args).toEqualTypeOf<[request: NextRequest, context: Context]>()
        return true
      },
    },
  })
})

import { describeTokenEndpoint } from '@secure-uploading/contract'
import { serveListener } from '@secure-uploading/contract/node'
import type { NextApiRequest, NextApiResponse } from 'next'
import { apiResolver } from 'next/dist/server/api-utils/node/api-resolver.js'
import { expect, expectTypeOf, it } from 'vitest'
import { createTokenHandler } from '../../src/pages/index.js'

const previews = { previewModeId: 'id', previewModeEncryptionKey: 'key', previewModeSigningKey: 'key' }

describeTokenEndpoint("Next's Pages Router", {
  serve(options) {
    const module = { default: createTokenHandler(options) }
    return serveListener((request, response) => {
      void apiResolver(request, response, {}, module, { ...previews, dev: false }, false)
    })
  },
  cookieOf: (request: NextApiRequest) => request.headers.cookie,
  // Next reads the body before the handler is called: it refuses broken JSON and a charset that does not exist.
  // Node's parser of HTTP refuses the methods that it does not know.
  lacks: ['every-content-type', 'every-body', 'every-method-name'],
})

it("types authorize with the framework's own arguments", () => {
  createTokenHandler({
    publicKey: 'demopublickey',
    secretKey: 'demosecretkey',
    authorize: (...args) => {
      expectTypeOf(args).toEqualTypeOf<[request: NextApiRequest, response: NextApiResponse]>()
      return null
    },
  })
})

it('leaves an answer alone that authorize has sent itself', async () => {
  const handler = createTokenHandler({
    publicKey: 'demopublickey',
    secretKey: 'demosecretkey',
    authorize: (_request, response) => {
      response.redirect('/sign-in')
      return null
    },
  })
  const served = await serveListener((request, response) => {
    void apiResolver(request, response, {}, { default: handler }, { ...previews, dev: false }, false)
  })

  const answer = await served.send(new Request('http://app.example/api/upload-token', { method: 'POST' }))
  await served.close?.()

  expect([answer.status, answer.headers.get('location')]).toEqual([307, '/sign-in'])
})

import { expect, it } from 'vitest'
import { createWebSourceNetwork } from '../../src/sources/web-source-network.js'

const URL_OF_SOURCE = new URL('https://example.com/photo.jpg')

it.each([
  ['localhost', ['127.0.0.1']],
  ['shop.localhost', ['127.0.0.1']],
  ['localhost.', ['127.0.0.1']],
  ['localhost.example.com', []],
  ['example.com', []],
])('the web network resolves %s to %j', async (hostname, addresses) => {
  expect(await createWebSourceNetwork(fetch).resolve(hostname)).toEqual(addresses)
})

it('the web network returns redirects without following them', async () => {
  const modes: (string | undefined)[] = []
  const network = createWebSourceNetwork(async (_url, init) => {
    modes.push(init?.redirect)
    return Promise.resolve(new Response(null, { status: 302, headers: { Location: 'http://10.0.0.1/' } }))
  })
  const answer = await network.request(URL_OF_SOURCE, undefined, AbortSignal.timeout(60_000))
  expect([answer.status, answer.headers.get('Location'), modes]).toEqual([
    302,
    'http://10.0.0.1/',
    ['manual'],
  ])
})

it('the web network follows a redirect that a browser hides', async () => {
  const network = createWebSourceNetwork(async (_url, init) => {
    const hidden = Object.defineProperty(new Response(null), 'type', { value: 'opaqueredirect' })
    return Promise.resolve(init?.redirect === 'manual' ? hidden : new Response('a photo'))
  })
  const answer = await network.request(URL_OF_SOURCE, undefined, AbortSignal.timeout(60_000))
  const chunks: Uint8Array[] = []
  for await (const chunk of answer.body) chunks.push(chunk)
  expect(Buffer.concat(chunks).toString()).toBe('a photo')
})

import type { RunningDemo } from '@secure-uploading/demo-kit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startLambdaDemo } from './start-lambda-demo.js'

let demo: RunningDemo

beforeAll(async () => {
  demo = await startLambdaDemo({ tokenSeconds: 60, accessTokenSeconds: 60 })
})
afterAll(() => demo.close())

async function send(headers: Record<string, string>, method = 'POST'): Promise<Response> {
  return fetch(`${demo.url}/api/upload-token`, { method, headers })
}

async function signIn(): Promise<{ authorization: string }> {
  const response = await fetch(`${demo.url}/sign-in`, { method: 'POST' })
  const { accessToken } = (await response.json()) as { accessToken: string }
  return { authorization: `Bearer ${accessToken}` }
}

describe('the token endpoint', () => {
  it('issues a token that the Upload API accepts for a valid JWT', async () => {
    const response = await send(await signIn())
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store'])
    const token = (await response.json()) as Record<string, string>
    expect(token).toMatchObject({ publicKey: 'demopublickey', expiresIn: 60 })

    const body = new FormData()
    body.set('UPLOADCARE_PUB_KEY', token['publicKey'] ?? '')
    body.set('signature', token['secureSignature'] ?? '')
    body.set('expire', token['secureExpire'] ?? '')
    body.set('file', new Blob(['hello']), 'hello.txt')
    await demo.uploads.emulator?.fetch(new Request(`${demo.url}/base/`, { method: 'POST', body }))
    expect(demo.uploads.emulator?.journal.entries('base').at(-1)).toMatchObject({
      status: 200,
      verdict: { valid: true },
    })
  })

  it('answers 401 at the gateway without a JWT and with an invalid one', async () => {
    for (const headers of [{}, { authorization: 'Bearer a.b.c' }]) {
      const response = await send(headers)
      expect([response.status, await response.json()]).toEqual([401, { message: 'Unauthorized' }])
      expect(response.headers.get('www-authenticate')).toBe('Bearer')
    }
  })

  it('refuses a page on another origin despite a valid JWT', async () => {
    const response = await send({ ...(await signIn()), origin: 'https://evil.example' })
    expect([response.status, await response.json()]).toMatchObject([
      403,
      { error: { code: 'ERR_FORBIDDEN' } },
    ])
  })

  it('answers a preflight from another origin without CORS headers', async () => {
    const response = await send(
      { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
      'OPTIONS',
    )
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
  })

  it('answers 404 to other methods and paths', async () => {
    expect((await send({}, 'GET')).status).toBe(404)
    expect((await fetch(`${demo.url}/api/other`)).status).toBe(404)
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startDemoProcess, type DemoProcess } from '../demo/start-demo-process.js'

let demo: DemoProcess
beforeAll(async () => {
  demo = await startDemoProcess()
})
afterAll(() => demo.stop())

const send = (method: string, path: string, cookie = '') =>
  fetch(demo.url + path, { method, headers: { cookie } })

async function signIn(): Promise<string> {
  const response = await send('POST', '/api/session')
  return response.headers.get('set-cookie') ?? ''
}

describe('the session', () => {
  it('uses a cookie that is HttpOnly and SameSite=Lax', async () => {
    expect(await signIn()).toMatch(/^demo_session=[0-9a-f-]{36}; Path=\/; HttpOnly; SameSite=Lax$/)
  })

  it('ends on the server, so that its cookie gets no more tokens', async () => {
    const cookie = await signIn()
    expect((await send('POST', '/api/upload-token', cookie)).status).toBe(200)
    await send('DELETE', '/api/session', cookie)
    expect((await send('POST', '/api/upload-token', cookie)).status).toBe(401)
  })
})

describe('the token endpoint', () => {
  it('answers 401 to a request without a valid session', async () => {
    const response = await send('POST', '/api/upload-token', 'demo_session=made-up')
    expect(response.status).toBe(401)
    expect(await response.json()).toMatchObject({ error: { code: 'ERR_UNAUTHENTICATED' } })
  })

  it('issues 30-minute tokens, and 5-second tokens when the user chose them', async () => {
    const cookie = await signIn()
    const token = async (): Promise<unknown> => (await send('POST', '/api/upload-token', cookie)).json()
    expect(await token()).toMatchObject({ publicKey: 'demopublickey', expiresIn: 1800 })
    await send('PUT', '/api/session/short-tokens', cookie)
    expect(await token()).toMatchObject({ expiresIn: 5 })
    await send('DELETE', '/api/session/short-tokens', cookie)
    expect(await token()).toMatchObject({ expiresIn: 1800 })
  })
})

describe('the rate limit', () => {
  it('answers 429 with Retry-After when a user exceeds the tokens per minute', async () => {
    const limited = await startDemoProcess({ UPLOAD_TOKENS_PER_MINUTE: '2' })
    const post = (path: string, cookie = ''): Promise<Response> =>
      fetch(limited.url + path, { method: 'POST', headers: { cookie } })
    const cookie = (await post('/api/session')).headers.get('set-cookie') ?? ''

    const answers = [
      await post('/api/upload-token', cookie),
      await post('/api/upload-token', cookie),
      await post('/api/upload-token', cookie),
    ]
    await limited.stop()

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429])
    const retryAfterSeconds = Number(answers[2]?.headers.get('retry-after'))
    expect(retryAfterSeconds).toBeGreaterThan(0)
    expect(retryAfterSeconds).toBeLessThanOrEqual(60)
    expect(await answers[2]?.json()).toMatchObject({ error: { code: 'ERR_RATE_LIMITED' } })
  })
})

describe('the secret key', () => {
  it('cannot be rotated while signed out', async () => {
    expect((await send('POST', '/api/rotate-secret-key')).status).toBe(403)
  })

  it('is in none of the files of the page', async () => {
    const page = await (await send('GET', '/')).text()
    const files = [...page.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path]) => path ?? '')
    const texts = await Promise.all(files.map(async (path) => (await send('GET', path)).text()))
    expect(texts.length).toBeGreaterThanOrEqual(3)
    for (const text of [page, ...texts]) expect(text).not.toContain('demosecretkey')
  })
})

describe('the configuration for the page', () => {
  it('contains the address of the emulator', async () => {
    const config: unknown = await (await send('GET', '/api/config')).json()
    expect(config).toEqual({
      uploadUrl: demo.emulatorUrl,
      canRotateSecretKey: true,
      hasWebhook: true,
    })
  })

  it('contains no address with keys of an Uploadcare project', async () => {
    const real = await startDemoProcess({ UPLOADCARE_PUBLIC_KEY: 'public', UPLOADCARE_SECRET_KEY: 'secret' })
    const config: unknown = await (await fetch(`${real.url}/api/config`)).json()
    await real.stop()
    expect(config).toEqual({ canRotateSecretKey: false, hasWebhook: false })
    expect(real.emulatorUrl).toBe('')
  })
})

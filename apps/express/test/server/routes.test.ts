import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startDemoProcess, type DemoProcess } from '../demo/start-demo-process.js'

let demo: DemoProcess
beforeAll(async () => {
  demo = await startDemoProcess()
})
afterAll(() => demo.stop())

const ask = (method: string, path: string, cookie = '') =>
  fetch(demo.url + path, { method, headers: { cookie } })

async function signIn(): Promise<string> {
  const response = await ask('POST', '/api/session')
  return response.headers.get('set-cookie') ?? ''
}

describe('the session', () => {
  it('is kept in a cookie that no script can read and no other site can use', async () => {
    expect(await signIn()).toMatch(/^demo_session=[0-9a-f-]{36}; Path=\/; HttpOnly; SameSite=Lax$/)
  })

  it('ends on the server, so that the cookie is worth nothing afterwards', async () => {
    const cookie = await signIn()
    expect((await ask('POST', '/api/upload-token', cookie)).status).toBe(200)
    await ask('DELETE', '/api/session', cookie)
    expect((await ask('POST', '/api/upload-token', cookie)).status).toBe(401)
  })
})

describe('the token endpoint', () => {
  it('gives no token to somebody it does not know', async () => {
    const response = await ask('POST', '/api/upload-token', 'demo_session=made-up')
    expect(response.status).toBe(401)
    expect(await response.json()).toMatchObject({ error: { code: 'ERR_UNAUTHENTICATED' } })
  })

  it('gives tokens of half an hour, and of 5 seconds to who asked for them', async () => {
    const cookie = await signIn()
    const token = async (): Promise<unknown> => (await ask('POST', '/api/upload-token', cookie)).json()
    expect(await token()).toMatchObject({ publicKey: 'demopublickey', expiresIn: 1800 })
    await ask('PUT', '/api/session/short-tokens', cookie)
    expect(await token()).toMatchObject({ expiresIn: 5 })
    await ask('DELETE', '/api/session/short-tokens', cookie)
    expect(await token()).toMatchObject({ expiresIn: 1800 })
  })
})

describe('the limit', () => {
  it('answers 429 to a user who has had all tokens of a minute, and says when to come again', async () => {
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
  it('is rotated for nobody who is signed out', async () => {
    expect((await ask('POST', '/api/rotate-secret-key')).status).toBe(403)
  })

  it('reaches the browser in no file of the page', async () => {
    const page = await (await ask('GET', '/')).text()
    const files = [...page.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path]) => path ?? '')
    const texts = await Promise.all(files.map(async (path) => (await ask('GET', path)).text()))
    expect(texts.length).toBeGreaterThanOrEqual(3)
    for (const text of [page, ...texts]) expect(text).not.toContain('demosecretkey')
  })
})

it('tells the page where the emulator is', async () => {
  const config: unknown = await (await ask('GET', '/api/config')).json()
  expect(config).toEqual({ uploadUrl: demo.emulatorUrl, canRotateSecretKey: true })
})

it('tells the page nothing of the kind when it uses Uploadcare', async () => {
  const real = await startDemoProcess({ UPLOADCARE_PUBLIC_KEY: 'public', UPLOADCARE_SECRET_KEY: 'secret' })
  const config: unknown = await (await fetch(`${real.url}/api/config`)).json()
  await real.stop()
  expect(config).toEqual({ canRotateSecretKey: false })
  expect(real.emulatorUrl).toBe('')
})

import { createHmac } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { verifySecureSignature } from '@secure-uploading/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildApp, runScript } from './app/build-app.js'
import { sendThroughProxy, type Answer, type Sent } from './app/send-through-proxy.js'
import { startApp, type StartedApp } from './app/start-app.js'
import { FRAMEWORKS } from './frameworks.js'
import { uploadedEvent } from './uploaded-event.js'

const SECRETS = {
  UPLOADCARE_PUBLIC_KEY: 'demopublickey',
  UPLOADCARE_SECRET_KEY: 'demosecretkey',
  UPLOADCARE_WEBHOOK_SECRET: 'webhook secret',
}
const COOKIE = { Cookie: 'user=ada' }
const PAGE = { Origin: 'https://app.example', 'Sec-Fetch-Site': 'same-origin' }
const OTHER_SITE = { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' }
const JSON_TYPE = { 'Content-Type': 'application/json' }

describe.each(FRAMEWORKS)('the example for $name', (framework) => {
  let folder = ''
  let app: StartedApp | undefined

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), `secure-uploading-${framework.project}-`))
    await buildApp(folder, framework)
    app = await startApp(folder, framework.start, SECRETS)
  })
  afterAll(async () => {
    await app?.close()
    await rm(folder, { recursive: true, force: true })
  })

  const send = async (path: string, sent: Sent): Promise<Answer> => {
    if (app === undefined) throw new Error('The app is not started.')
    return sendThroughProxy(app.port, path, sent)
  }
  const requestToken = (headers: Record<string, string>) => send('/api/upload-token', { headers })
  const deliver = (body: string, signature: string) =>
    send('/api/uploadcare-webhook', { headers: { ...JSON_TYPE, 'X-Uc-Signature': signature }, body })

  it('type-checks with the types of the framework', async () => {
    await runScript(folder, 'check')
  })

  const { browserFolder, refusesForms } = framework
  if (browserFolder !== undefined) {
    it('keeps signing code out of the scripts for browsers', async () => {
      const scripts = await readScripts(path.join(folder, browserFolder))
      expect(scripts.length).toBeGreaterThan(0)
      // Minifiers keep the names of variables of the environment and of the WebCrypto API.
      const signing = scripts.filter(({ text }) => /UPLOADCARE_SECRET_KEY|importKey/.test(text))
      expect(signing.map(({ file }) => file)).toEqual([])
    })
  }

  it('issues a token to a signed-in user', async () => {
    const answer = await requestToken({ ...PAGE, ...COOKIE })
    expect(answer.status).toBe(200)
    // Express adds the charset.
    expect(answer.headers['content-type']).toMatch(/^application\/json(; charset=utf-8)?$/)
    expect(await isToken(answer.text)).toBe(true)
  })

  it('issues a token to an app that sends a JSON content type and no body', async () => {
    const answer = await requestToken({ ...JSON_TYPE, ...COOKIE })
    expect(answer.status).toBe(200)
    expect(await isToken(answer.text)).toBe(true)
  })

  it(
    refusesForms
      ? 'answers 403 to an app that sends neither a content type nor an origin'
      : 'issues a token to an app that sends neither a content type nor an origin',
    async () => {
      expect((await requestToken(COOKIE)).status).toBe(refusesForms ? 403 : 200)
    },
  )

  it('answers 401 without a signed-in user', async () => {
    const answer = await requestToken(PAGE)
    expect(answer.status).toBe(401)
    expect(errorCode(answer)).toBe('ERR_UNAUTHENTICATED')
  })

  it('answers 403 to a page of another site', async () => {
    const answer = await requestToken({ ...OTHER_SITE, ...COOKIE, ...JSON_TYPE })
    expect(answer.status).toBe(403)
    expect(errorCode(answer)).toBe('ERR_FORBIDDEN')
    // Without a content type some frameworks refuse it first.
    expect((await requestToken({ ...OTHER_SITE, ...COOKIE })).status).toBe(403)
  })

  it('answers OPTIONS with the allowed methods', async () => {
    const answer = await send('/api/upload-token', { method: 'OPTIONS', headers: PAGE })
    expect(answer).toMatchObject({ status: 204, headers: { allow: 'POST, OPTIONS' } })
  })

  it('passes a signed webhook to the app', async () => {
    const body = uploadedEvent('3c269810-c17b-4e2c-92b6-25622464d866')
    expect(await deliver(body, sign(body))).toMatchObject({ status: 204, text: '' })
    await expect.poll(() => app?.output()).toContain('uploaded 3c269810-c17b-4e2c-92b6-25622464d866')
  })

  it('answers 401 to a forged webhook', async () => {
    const body = uploadedEvent('11111111-c17b-4e2c-92b6-25622464d866')
    const answer = await deliver(body, sign(`${body} `))
    expect(answer.status).toBe(401)
    expect(errorCode(answer)).toBe('ERR_UNAUTHENTICATED')
    expect(app?.output()).not.toContain('uploaded 11111111')
  })
})

async function readScripts(folder: string): Promise<{ file: string; text: string }[]> {
  const files = (await readdir(folder, { recursive: true })).filter((file) => /\.m?js$/.test(file))
  return Promise.all(
    files.map(async (file) => ({ file, text: await readFile(path.join(folder, file), 'utf8') })),
  )
}

async function isToken(json: string): Promise<boolean> {
  const { secureSignature, secureExpire } = JSON.parse(json) as Record<string, string>
  const wire = { signature: secureSignature, expire: secureExpire }
  return (await verifySecureSignature(SECRETS.UPLOADCARE_SECRET_KEY, wire)).valid
}

const errorCode = ({ text }: Answer): string => (JSON.parse(text) as { error: { code: string } }).error.code

const sign = (body: string): string =>
  `v1=${createHmac('sha256', SECRETS.UPLOADCARE_WEBHOOK_SECRET).update(body).digest('hex')}`

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  createDefineUploads,
  createTokenEndpoint,
  createUploadsEndpoint,
  createWebhookEndpoint,
} from '../../src/adapter/index.js'
import type { TokenHandlerOptions } from '../../src/index.js'

const SECRET = 'a-very-secret-key'
const options = { publicKey: 'demopublickey', secretKey: SECRET, authorize: 'anyone' } as const
const FORGED = `v1=${'0'.repeat(64)}`

const warn = vi.spyOn(console, 'warn')
const error = vi.spyOn(console, 'error')

beforeEach(() => {
  // The limit is one per process, and other tests have used some of it.
  Reflect.deleteProperty(globalThis, Symbol.for('@secure-uploading/logged-messages'))
  warn.mockReset().mockImplementation(() => undefined)
  error.mockReset().mockImplementation(() => undefined)
})
afterEach(() => {
  vi.unstubAllEnvs()
})

async function requestToken(
  given: Partial<TokenHandlerOptions<[]>> = {},
  headers: Record<string, string> = {},
): Promise<void> {
  const endpoint = createTokenEndpoint({ ...options, ...given })
  await endpoint({ method: 'POST', header: (name) => headers[name] })
}

async function sendWebhook(
  given: Partial<Parameters<typeof createWebhookEndpoint>[0]> = {},
  signature: string | undefined = FORGED,
): Promise<void> {
  const endpoint = createWebhookEndpoint({ signingSecret: SECRET, onEvent: () => undefined, ...given })
  const header = (name: string) => (name === 'x-uc-signature' ? signature : undefined)
  await endpoint({ method: 'POST', header, body: () => '{}' })
}

describe.each(['development', 'test'])('the default log with NODE_ENV=%s', (mode) => {
  beforeEach(() => {
    vi.stubEnv('NODE_ENV', mode)
  })

  it('prints one line with the option for a refused origin', async () => {
    await requestToken({}, { origin: 'https://other.example', host: 'app.example' })
    expect(warn.mock.calls).toEqual([
      [expect.stringMatching(/^\[secure-uploading\] A token request .* 403\. .*"allowedOrigins".*$/)],
    ])
  })

  it('prints one line for a missing session', async () => {
    await requestToken({ authorize: () => null })
    expect(warn.mock.calls).toEqual([[expect.stringMatching(/^\[secure-uploading\] .* 401, .*session.*$/)]])
  })

  it('prints one line for a signature that does not match', async () => {
    await sendWebhook()
    expect(warn.mock.calls).toEqual([
      [expect.stringMatching(/^\[secure-uploading\] A webhook .* 401\. .*secret.*$/)],
    ])
  })

  it('prints one line for a 500', async () => {
    await requestToken({ secretKey: () => Promise.reject(new Error('the vault\nis sealed')) })
    await sendWebhook({ signingSecret: () => Promise.reject(new Error('the vault\nis sealed')) })
    expect(error.mock.calls).toEqual([
      [
        expect.stringMatching(
          /^\[secure-uploading\] Error in the token endpoint: Error: the vault\?is sealed\. .*"onError".*$/,
        ),
      ],
      [
        expect.stringMatching(
          /^\[secure-uploading\] Error in the webhook endpoint: Error: the vault\?is sealed\. .*$/,
        ),
      ],
    ])
  })

  it('hides a secret that begins with another secret completely', async () => {
    await requestToken({
      secretKey: [SECRET, `${SECRET}-of-2025`],
      authorize: () => Promise.reject(new Error(`refused ${SECRET}-of-2025`)),
    })
    expect(error.mock.calls).toEqual([[expect.stringContaining('Error: refused [secret]. Pass')]])
  })

  it('prints a message once', async () => {
    for (let count = 0; count < 3; count++) await requestToken({ authorize: () => null })
    expect(warn).toHaveBeenCalledOnce()
  })

  it('prints at most 20 messages', async () => {
    for (let port = 1000; port < 1050; port++) {
      await requestToken({}, { origin: `https://evil.example:${port}`, host: 'app.example' })
      await requestToken({ authorize: () => Promise.reject(new Error(`failure ${port}`)) })
    }
    expect(warn.mock.calls.length + error.mock.calls.length).toBe(20)
  })

  it.each([
    ['an origin', { origin: `https://${'x'.repeat(5000)}.example`, host: 'app.example' }],
    ['a host', { origin: 'https://evil.example', host: 'x'.repeat(5000) }],
    ['control characters', { origin: 'https://evil.example\u001b[31m\r\n', host: 'app.example' }],
  ])('cuts %s to 200 printable characters', async (_what, headers) => {
    await requestToken({}, headers)
    const [[line]] = warn.mock.calls as [[string]]
    expect(line).toMatch(/^[ -~…]+$/)
    expect(line).not.toMatch(/x{201}/)
  })

  it('prints no secret that an error contains', async () => {
    await requestToken({
      receipts: { secret: 'another-secret' },
      authorize: () => Promise.reject(new Error(`signed with ${SECRET} and another-secret`)),
    })
    await requestToken({
      secretKey: () => 'a-secret-of-a-function',
      createTokenId: () => {
        throw new Error('a-secret-of-a-function')
      },
      credential: 'jwt',
    })
    await sendWebhook({ onEvent: () => undefined, signingSecret: () => Promise.reject(new Error(SECRET)) })
    const lines = error.mock.calls.join('\n')
    expect(error).toHaveBeenCalledTimes(3)
    expect(lines).not.toMatch(/a-very-secret-key|another-secret|a-secret-of-a-function/)
  })

  it('prints nothing where the app passes hooks', async () => {
    const hooks = { onDeny: () => undefined, onError: () => undefined }
    await requestToken({ ...hooks, authorize: () => null })
    await requestToken({ ...hooks, authorize: () => Promise.reject(new Error('boom')) })
    await sendWebhook(hooks)
    expect([...warn.mock.calls, ...error.mock.calls]).toEqual([])
  })

  it('prints nothing about other refusals', async () => {
    await requestToken({ authorize: () => false })
    await sendWebhook({}, 'v1=')
    expect([...warn.mock.calls, ...error.mock.calls]).toEqual([])
  })
})

describe.each(['production', undefined, 'staging'])('the default log with NODE_ENV=%s', (mode) => {
  it('prints nothing', async () => {
    vi.stubEnv('NODE_ENV', mode)
    await requestToken({}, { origin: 'https://evil.example', host: 'app.example' })
    await requestToken({ authorize: () => null })
    await requestToken({ authorize: () => Promise.reject(new Error('boom')) })
    await sendWebhook()
    expect([...warn.mock.calls, ...error.mock.calls]).toEqual([])
  })
})

describe('the default log beside the emulator', () => {
  it.each([
    [undefined, 1],
    ['', 1],
    ['production', 0],
  ])('prints with NODE_ENV=%s %d lines', async (mode, lines) => {
    vi.stubEnv('NODE_ENV', mode)
    vi.stubEnv('UPLOADCARE_EMULATOR_URL', 'http://127.0.0.1:7070')
    await requestToken({ authorize: () => null })

    expect(warn).toHaveBeenCalledTimes(lines)
  })

  it('prints nothing without NODE_ENV and without the emulator', async () => {
    vi.stubEnv('NODE_ENV', undefined)
    vi.stubEnv('UPLOADCARE_EMULATOR_URL', undefined)
    await requestToken({ authorize: () => null })

    expect(warn).not.toHaveBeenCalled()
  })
})

describe('the default log of an uploads endpoint', () => {
  const serve = (apiBaseURL: string | undefined, send?: typeof fetch) =>
    createUploadsEndpoint({
      ...options,
      uploads: createDefineUploads<[]>()({ avatar: {} }),
      receipts: { secret: 'a secret of the backend' },
      authorize: () => ({ subject: 'ada' }),
      apiBaseURL,
      timeLimitMs: 50,
      fetch: send,
    })
  const complete = (endpoint: ReturnType<typeof serve>) =>
    endpoint({
      method: 'POST',
      header: () => undefined,
      query: () => 'avatar',
      json: () => ({ parsed: { completed: [crypto.randomUUID()] } }),
    })

  it('prints what to do whole, however long the URL of the REST API is', async () => {
    const apiBaseURL = `https://${'rest-api.'.repeat(12)}example.com/${'path/'.repeat(10)}v1`
    const answers: (() => Promise<Response>)[] = [
      () => Promise.reject(new TypeError('fetch failed')),
      () => Promise.resolve(new Response('', { status: 503, headers: { 'retry-after': '60' } })),
    ]
    for (const send of answers) await complete(serve(apiBaseURL, send))
    expect(error.mock.calls).toEqual([
      [
        expect.stringMatching(
          /: RestUnavailableError: .* Check "apiBaseURL" \(https:.*v1\) and the network of this server\. Pass "onError"/,
        ),
      ],
      [expect.stringMatching(/ status 503\. .* until https:.*v1 is available\. Pass "onError"/)],
    ])
  })

  it('prints that "apiBaseURL" is missing beside an emulator', () => {
    serve(undefined)
    expect(warn.mock.calls).toEqual([])
    vi.stubEnv('UPLOADCARE_EMULATOR_URL', 'http://127.0.0.1:4040')
    serve('http://127.0.0.1:4040')
    expect(warn.mock.calls).toEqual([])
    serve(undefined)
    serve(undefined)
    expect(warn.mock.calls).toEqual([
      [
        '[secure-uploading] UPLOADCARE_EMULATOR_URL is set, but completions use https://api.uploadcare.com, which has no file of the emulator. Pass "apiBaseURL": process.env.UPLOADCARE_EMULATOR_URL.',
      ],
    ])
    vi.stubEnv('NODE_ENV', 'production')
    Reflect.deleteProperty(globalThis, Symbol.for('@secure-uploading/logged-messages'))
    serve(undefined)
    expect(warn).toHaveBeenCalledTimes(1)
  })
})

describe('the default log of a runtime that denies access to the environment', () => {
  it('prints nothing, and the endpoints answer as usual', async () => {
    const { process } = globalThis
    const denied = () => {
      throw new Error('NotCapable: Requires env access')
    }
    vi.stubGlobal('process', { ...process, env: new Proxy({}, { get: denied }) })
    try {
      const handle = createUploadsEndpoint({
        ...options,
        uploads: createDefineUploads<[]>()({ avatar: {} }),
        receipts: { secret: SECRET },
        authorize: () => null,
      })
      const request = {
        method: 'POST',
        header: () => undefined,
        query: () => 'avatar',
        json: () => ({ parsed: {} }),
      }
      expect(await handle(request)).toMatchObject({ status: 401 })
    } finally {
      vi.unstubAllGlobals()
    }
    expect(warn).not.toHaveBeenCalled()
    expect(error).not.toHaveBeenCalled()
  })
})

import { readFileSync } from 'node:fs'
import { generateWebhookSignature, verifySecureSignature } from '@secure-uploading/core'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import workers from '../examples/cloudflare-workers.js'
import denoOrBun from '../examples/deno-or-bun.js'
import { app } from '../examples/hono.js'

const env = {
  UPLOADCARE_PUBLIC_KEY: 'demopublickey',
  UPLOADCARE_SECRET_KEY: 'demosecretkey',
  UPLOADCARE_WEBHOOK_SECRET: 'webhook secret',
}

beforeEach(() => {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
})
afterEach(() => {
  vi.unstubAllEnvs()
})

// tests/examples starts the examples of the other frameworks.
const examples: [string, (request: Request) => Response | Promise<Response>][] = [
  ['Hono', (request) => app.request(request)],
  ['Cloudflare Workers', (request) => workers.fetch(request, env)],
  ['Deno and Bun', (request) => denoOrBun.fetch(request)],
]

describe.each(examples)('the example for %s', (_name, send) => {
  const requestToken = (headers: Record<string, string>) =>
    send(new Request('http://app.example/api/upload-token', { method: 'POST', headers }))

  it('issues a token to signed-in users only', async () => {
    const answer = await requestToken({ cookie: 'user=ada' })
    const token = (await answer.json()) as { secureSignature: string; secureExpire: string }
    const wire = { signature: token.secureSignature, expire: token.secureExpire }
    expect(await verifySecureSignature('demosecretkey', wire)).toEqual({ valid: true })

    expect((await requestToken({})).status).toBe(401)
  })

  it('issues no token to a page of another origin', async () => {
    const answer = await requestToken({ cookie: 'user=ada', origin: 'https://evil.example' })
    expect(answer.status).toBe(403)
  })

  it('accepts signed webhooks only', async () => {
    const signed = '{"hook":{"event":"file.renamed"}}'
    const signature = await generateWebhookSignature('webhook secret', signed)
    const deliver = async (body: string): Promise<number> => {
      const headers = { 'x-uc-signature': signature }
      const url = 'http://app.example/api/uploadcare-webhook'
      return (await send(new Request(url, { method: 'POST', headers, body }))).status
    }
    expect(await deliver(signed)).toBe(204)
    expect(await deliver(`${signed} `)).toBe(401)
  })
})

const EXCERPT = /<!-- excerpt of (\S+) -->\s*<!--[\s\S]*?-->\s*```ts\n([\s\S]*?)```/g
const readLines = (file: string): string[] =>
  readFileSync(new URL(`../${file}`, import.meta.url), 'utf8').split('\n')
const excerpts = [...readLines('README.md').join('\n').matchAll(EXCERPT)].map(
  ([, file = '', code = '']) => [file, code] as const,
)

describe('the README', () => {
  it('has excerpts of two examples', () => {
    expect(excerpts.map(([file]) => file)).toEqual(['examples/hono.ts', 'examples/cloudflare-workers.ts'])
  })

  it.each(excerpts)('has only lines of %s, in their order', (file, code) => {
    const lines = readLines(file)
    let position = -1
    for (const line of code.split('\n').slice(0, -1)) {
      position = lines.indexOf(line, position + 1)
      expect({ line, isInExample: position >= 0 }).toEqual({ line, isInExample: true })
    }
  })
})

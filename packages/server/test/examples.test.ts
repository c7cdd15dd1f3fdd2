import { verifySecureSignature } from '@secure-uploading/core'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import workers from '../examples/cloudflare-workers.js'
import denoOrBun from '../examples/deno-or-bun.js'
import { app } from '../examples/hono.js'
import * as remix from '../examples/remix.js'
import * as sveltekit from '../examples/sveltekit.js'

const env = { UPLOADCARE_PUBLIC_KEY: 'demopublickey', UPLOADCARE_SECRET_KEY: 'demosecretkey' }

beforeEach(() => {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
})
afterEach(() => {
  vi.unstubAllEnvs()
})

const examples: [string, (request: Request) => Response | Promise<Response>][] = [
  ['Hono', (request) => app.request(request)],
  ['Cloudflare Workers', (request) => workers.fetch(request, env)],
  ['Deno and Bun', (request) => denoOrBun.fetch(request)],
  ['SvelteKit', (request) => sveltekit.POST({ request })],
  ['Remix', (request) => remix.action({ request })],
]

it.each(examples)('the example for %s issues a token to signed-in users only', async (_name, send) => {
  const ask = (headers: Record<string, string>) =>
    send(new Request('http://app.example/api/upload-token', { method: 'POST', headers }))

  const answer = await ask({ cookie: 'user=ada' })
  const token = (await answer.json()) as { secureSignature: string; secureExpire: string }
  const wire = { signature: token.secureSignature, expire: token.secureExpire }
  expect(await verifySecureSignature('demosecretkey', wire)).toEqual({ valid: true })

  expect((await ask({})).status).toBe(401)
})

import { inspect } from 'node:util'
import { expect, it } from 'vitest'
import {
  createTokenEndpoint,
  createTokenHandler,
  createWebhookEndpoint,
  createWebhookHandler,
} from '../src/index.js'

const options = { publicKey: 'demopublickey', secretKey: 'a-very-secret-key', authorize: 'anyone' } as const
const webhookOptions = { signingSecret: 'a-very-secret-key', onEvent: () => undefined }

it.each([
  ['endpoint', createTokenEndpoint(options)],
  ['handler', createTokenHandler(options)],
  ['webhook endpoint', createWebhookEndpoint(webhookOptions)],
  ['webhook handler', createWebhookHandler(webhookOptions)],
])('shows no secret when the %s is printed, inspected or serialised', (_name, made) => {
  const shown = [
    String(made),
    inspect(made, { showHidden: true, depth: 10 }),
    JSON.stringify({ made }),
    inspect(Object.getOwnPropertyDescriptors(made), { showHidden: true, depth: 10 }),
  ].join('\n')

  expect(shown).not.toContain('a-very-secret-key')
})

it('names no secret in the error about it', () => {
  const publicKey = 'a-very-secret-key'
  expect(() => createTokenHandler({ ...options, publicKey })).toThrow(/^(?!.*a-very-secret-key)/)
})

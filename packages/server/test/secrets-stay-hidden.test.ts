import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { createTokenEndpoint, createWebhookEndpoint } from '../src/adapter/index.js'
import { createTokenHandler, createWebhookHandler } from '../src/index.js'

const options = { publicKey: 'demopublickey', secretKey: 'a-very-secret-key', authorize: 'anyone' } as const
const webhookOptions = { signingSecret: 'a-very-secret-key', onEvent: () => undefined }

describe('a secret', () => {
  it.each([
    ['endpoint', createTokenEndpoint(options)],
    ['handler', createTokenHandler(options)],
    ['webhook endpoint', createWebhookEndpoint(webhookOptions)],
    ['webhook handler', createWebhookHandler(webhookOptions)],
  ])('does not appear when the %s is printed, inspected or serialized', (_name, made) => {
    const shown = [
      String(made),
      inspect(made, { showHidden: true, depth: 10 }),
      JSON.stringify({ made }),
      inspect(Object.getOwnPropertyDescriptors(made), { showHidden: true, depth: 10 }),
    ].join('\n')

    expect(shown).not.toContain('a-very-secret-key')
  })

  it('does not appear in the error about it', () => {
    const publicKey = 'a-very-secret-key'
    expect(() => createTokenHandler({ ...options, publicKey })).toThrow(/^(?!.*a-very-secret-key)/)
  })
})

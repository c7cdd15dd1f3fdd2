import { StartUpError } from '@secure-uploading/demo-kit'
import { describe, expect, it } from 'vitest'
import { backendSettings } from '../../src/server/backend-settings.js'

describe('backendSettings', () => {
  it('defaults to 60 tokens per minute, counted in memory, and to no trusted proxy', () => {
    expect(backendSettings({})).toEqual({
      tokensPerMinute: 60,
      redisUrl: undefined,
      trustProxy: false,
      receiptSecret: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      webhookSecret: undefined,
    })
  })

  it('reads the limit, the Redis address, the proxy flag and the secrets', () => {
    const environment = {
      UPLOAD_TOKENS_PER_MINUTE: '5',
      REDIS_URL: ' redis://:hush@127.0.0.1:6379/1 ',
      TRUST_PROXY: 'true',
      RECEIPT_SECRET: ' a receipt secret ',
      UPLOADCARE_WEBHOOK_SECRET: 'a webhook secret',
    }
    expect(backendSettings(environment)).toEqual({
      tokensPerMinute: 5,
      redisUrl: 'redis://:hush@127.0.0.1:6379/1',
      trustProxy: true,
      receiptSecret: 'a receipt secret',
      webhookSecret: 'a webhook secret',
    })
  })

  it.each([
    ['UPLOAD_TOKENS_PER_MINUTE', '0'],
    ['UPLOAD_TOKENS_PER_MINUTE', 'many'],
    ['TRUST_PROXY', 'yes'],
  ])('rejects %s=%s with a message that names the variable', (name, value) => {
    expect(() => backendSettings({ [name]: value })).toThrow(new RegExp(`^${name} must be .*"${value}"`))
  })

  it.each([
    'http://:hush@127.0.0.1',
    'redis:/:hush@127.0.0.1',
    'redis://:hu/sh@127.0.0.1',
    ':hush@127.0.0.1',
  ])('rejects %s as REDIS_URL without printing it', (url) => {
    expect(() => backendSettings({ REDIS_URL: url })).toThrow(
      new StartUpError('REDIS_URL must be redis://…, rediss://… or the path of a socket.'),
    )
  })
})

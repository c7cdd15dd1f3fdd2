import { describe, expect, it } from 'vitest'
import { createAuthTokenKey } from '../../src/auth-token/create-auth-token-key.js'
import { importHmacKey } from '../../src/hmac/import-hmac-key.js'
import { deriveHmacKey } from '../../src/upload-receipt/derive-hmac-key.js'

describe('keys', () => {
  it('of signatures are not extractable from WebCrypto', async () => {
    const key = await importHmacKey('a secret key')
    await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow()
  })

  it.each([
    ['auth tokens', createAuthTokenKey],
    ['receipts', (secret: string) => deriveHmacKey(secret, 'upload-receipt')],
    ['acceptances', (secret: string) => deriveHmacKey(secret, 'upload-acceptance')],
  ])('of %s consist of functions only', async (_what, createKey) => {
    const key = await createKey('a secret key')
    expect(Object.entries(key).map(([name, value]) => [name, typeof value])).toEqual([
      ['sign', 'function'],
      ['verify', 'function'],
    ])
  })
})

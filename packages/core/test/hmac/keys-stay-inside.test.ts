import { describe, expect, it } from 'vitest'
import { importAuthTokenKey } from '../../src/auth-token/import-auth-token-key.js'
import { importHmacKey } from '../../src/hmac/import-hmac-key.js'
import { deriveHmacKey } from '../../src/upload-receipt/derive-hmac-key.js'

describe('imported keys', () => {
  it.each([
    ['signatures', importHmacKey],
    ['auth tokens', importAuthTokenKey],
    ['receipts', async (secret: string) => (await deriveHmacKey(secret, 'upload-receipt')).cryptoKey],
    ['acceptances', async (secret: string) => (await deriveHmacKey(secret, 'upload-acceptance')).cryptoKey],
  ])('are not extractable from WebCrypto: the key of %s', async (_what, importKey) => {
    const key = await importKey('a secret key')
    await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow()
  })
})

import { expect, test } from 'vitest'
import { importAuthTokenKey } from '../../src/auth-token/import-auth-token-key.js'
import { importHmacKey } from '../../src/hmac/import-hmac-key.js'
import { importReceiptKey } from '../../src/upload-receipt/import-receipt-key.js'

test.each([
  ['signatures', importHmacKey],
  ['auth tokens', importAuthTokenKey],
  ['receipts', importReceiptKey],
])('the key of %s cannot be got out of WebCrypto again', async (_what, importKey) => {
  const key = await importKey('a secret key')
  await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow()
})

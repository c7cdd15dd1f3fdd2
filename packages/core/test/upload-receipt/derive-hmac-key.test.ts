import { afterEach, describe, expect, it, vi } from 'vitest'
import { deriveHmacKey } from '../../src/upload-receipt/derive-hmac-key.js'

afterEach(() => {
  vi.restoreAllMocks()
})

describe('a derived key', () => {
  it('is kept for the same secret and purpose', async () => {
    const deriveBits = vi.spyOn(crypto.subtle, 'deriveBits')
    const key = await deriveHmacKey('a kept secret', 'upload-receipt')
    expect(await deriveHmacKey('a kept secret', 'upload-receipt')).toBe(key)
    expect(deriveBits).toHaveBeenCalledTimes(1)
    expect(await deriveHmacKey('a kept secret', 'upload-acceptance')).not.toBe(key)
    expect(await deriveHmacKey('another kept secret', 'upload-receipt')).not.toBe(key)
    expect(deriveBits).toHaveBeenCalledTimes(3)
  })

  it('makes room for newer ones, the oldest first', async () => {
    const derive = (index: number) => deriveHmacKey(`secret ${index}`, 'upload-receipt')
    for (let index = 0; index < 32; index++) await derive(index)
    const deriveBits = vi.spyOn(crypto.subtle, 'deriveBits')
    await derive(0)
    await derive(31)
    expect(deriveBits).not.toHaveBeenCalled()
    await derive(32)
    await derive(1)
    expect(deriveBits).toHaveBeenCalledTimes(1)
    await derive(0)
    expect(deriveBits).toHaveBeenCalledTimes(2)
  })
})

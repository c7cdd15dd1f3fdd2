import { afterEach, describe, expect, it, vi } from 'vitest'
import { createSigner, generateSecureSignature } from '../../src/index.js'

afterEach(() => {
  vi.restoreAllMocks()
})

describe('createSigner', () => {
  it('returns the same tokens as generateSecureSignature', async () => {
    const now = () => 1_000_000
    const signer = createSigner({ secretKey: 'project_secret_key', now })
    expect(await signer.sign({ expiresIn: 60 })).toEqual(
      await generateSecureSignature('project_secret_key', { expiresIn: 60 }, { now }),
    )
    expect(await signer.sign({ expiresAt: 1454903856 })).toEqual({
      secureSignature: 'd39a461d41f607338abffee5f31da4d4e46535651c87346e76906bf75c064d47',
      secureExpire: '1454903856',
    })
  })

  it('computes one HMAC for all tokens that expire in the same second', async () => {
    const hmac = vi.spyOn(crypto.subtle, 'sign')
    let nowMs = 1_000_000
    const signer = createSigner({ secretKey: 'key', now: () => nowMs })
    const tokens = await Promise.all(Array.from({ length: 100 }, () => signer.sign({ expiresIn: 60 })))
    expect(new Set(tokens).size).toBe(1)
    expect(hmac).toHaveBeenCalledTimes(1)

    nowMs += 1000
    await signer.sign({ expiresIn: 60 })
    expect(hmac).toHaveBeenCalledTimes(2)
  })

  it('returns frozen tokens, since callers share them', async () => {
    const token = await createSigner({ secretKey: 'key' }).sign({ expiresIn: 60 })
    expect(Object.isFrozen(token)).toBe(true)
  })

  it('caches at most 64 tokens, and drops the oldest first', async () => {
    const hmac = vi.spyOn(crypto.subtle, 'sign')
    const signer = createSigner({ secretKey: 'key', now: () => 0 })
    for (let expiresIn = 1; expiresIn <= 65; expiresIn++) await signer.sign({ expiresIn })
    expect(hmac).toHaveBeenCalledTimes(65)
    await signer.sign({ expiresIn: 2 })
    expect(hmac).toHaveBeenCalledTimes(65)
    await signer.sign({ expiresIn: 1 })
    expect(hmac).toHaveBeenCalledTimes(66)
  })

  it('signs again after a failure', async () => {
    vi.spyOn(crypto.subtle, 'sign').mockRejectedValueOnce(new Error('out of entropy'))
    const signer = createSigner({ secretKey: 'key', now: () => 0 })
    await expect(signer.sign({ expiresIn: 60 })).rejects.toThrow('out of entropy')
    expect(await signer.sign({ expiresIn: 60 })).toMatchObject({ secureExpire: '60' })
  })

  it('imports the key again after a failed import', async () => {
    vi.spyOn(crypto.subtle, 'importKey').mockRejectedValueOnce(new Error('not now'))
    const signer = createSigner({ secretKey: 'key', now: () => 0 })
    await expect(signer.sign({ expiresIn: 60 })).rejects.toThrow('not now')
    expect(await signer.sign({ expiresIn: 60 })).toMatchObject({ secureExpire: '60' })
  })

  it('rejects a blank secret key at construction', () => {
    expect(() => createSigner({ secretKey: ' ' })).toThrow(TypeError)
  })

  it('rejects an invalid lifetime when signing', async () => {
    await expect(createSigner({ secretKey: 'key' }).sign({ expiresIn: 0 })).rejects.toThrow(
      /"expiresIn" must be/,
    )
  })

  it('does not expose the secret when printed', () => {
    const signer = createSigner({ secretKey: 's3cret' })
    expect(JSON.stringify(signer) + String(Object.values(signer))).not.toContain('s3cret')
  })
})

import { afterEach, describe, expect, test, vi } from 'vitest'
import { createSigner, generateSecureSignature } from '../../src/index.js'

afterEach(() => {
  vi.restoreAllMocks()
})

describe('createSigner', () => {
  test('signs as generateSecureSignature does', async () => {
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

  test('computes one HMAC for all tokens that end in the same second', async () => {
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

  test('hands out tokens that nobody can change for the others', async () => {
    const token = await createSigner({ secretKey: 'key' }).sign({ expiresIn: 60 })
    expect(Object.isFrozen(token)).toBe(true)
  })

  test('remembers a bounded number of tokens, and forgets the oldest first', async () => {
    const hmac = vi.spyOn(crypto.subtle, 'sign')
    const signer = createSigner({ secretKey: 'key', now: () => 0 })
    for (let expiresIn = 1; expiresIn <= 65; expiresIn++) await signer.sign({ expiresIn })
    expect(hmac).toHaveBeenCalledTimes(65)
    await signer.sign({ expiresIn: 2 })
    expect(hmac).toHaveBeenCalledTimes(65)
    await signer.sign({ expiresIn: 1 })
    expect(hmac).toHaveBeenCalledTimes(66)
  })

  test('signs again after a failure', async () => {
    vi.spyOn(crypto.subtle, 'sign').mockRejectedValueOnce(new Error('out of entropy'))
    const signer = createSigner({ secretKey: 'key', now: () => 0 })
    await expect(signer.sign({ expiresIn: 60 })).rejects.toThrow('out of entropy')
    expect(await signer.sign({ expiresIn: 60 })).toMatchObject({ secureExpire: '60' })
  })

  test('imports the key again after that failed', async () => {
    vi.spyOn(crypto.subtle, 'importKey').mockRejectedValueOnce(new Error('not now'))
    const signer = createSigner({ secretKey: 'key', now: () => 0 })
    await expect(signer.sign({ expiresIn: 60 })).rejects.toThrow('not now')
    expect(await signer.sign({ expiresIn: 60 })).toMatchObject({ secureExpire: '60' })
  })

  test('refuses a blank secret key when it is made', () => {
    expect(() => createSigner({ secretKey: ' ' })).toThrow(TypeError)
  })

  test('refuses a bad lifetime when it signs', async () => {
    await expect(createSigner({ secretKey: 'key' }).sign({ expiresIn: 0 })).rejects.toThrow(
      /"expiresIn" must be/,
    )
  })

  test('shows no secret when it is printed', () => {
    const signer = createSigner({ secretKey: 's3cret' })
    expect(JSON.stringify(signer) + String(Object.values(signer))).not.toContain('s3cret')
  })
})

import { afterEach, describe, expect, it, vi } from 'vitest'
import { generateSecureSignature } from '@secure-uploading/core'
import { createTokenEndpoint } from '../../src/adapter/index.js'

const request = { method: 'POST', header: () => undefined }
const now = () => 1_454_902_434_000

afterEach(() => {
  vi.restoreAllMocks()
})

describe('the keys of many projects', () => {
  it('signs for more projects than it keeps keys for', async () => {
    const endpoint = createTokenEndpoint<[project: number]>({
      publicKey: (project) => `public-${project}`,
      secretKey: (project) => `secret-${project}`,
      authorize: 'anyone',
      now,
    })
    const projects = [...Array.from({ length: 70 }, (_, index) => index), 0, 69]
    for (const project of projects) {
      const { body } = await endpoint(request, project)
      const token = await generateSecureSignature(`secret-${project}`, { expiresIn: 1800 }, { now })
      expect(JSON.parse(body)).toEqual({ publicKey: `public-${project}`, ...token, expiresIn: 1800 })
    }
  })

  it('keeps the imported keys of 64 projects and drops the oldest first', async () => {
    const imported = vi.spyOn(crypto.subtle, 'importKey')
    const endpoint = createTokenEndpoint<[project: number]>({
      publicKey: (project) => `public-${project}`,
      secretKey: (project) => `secret-${project}`,
      authorize: 'anyone',
      now,
    })
    for (let project = 1; project <= 65; project++) await endpoint(request, project)
    expect(imported).toHaveBeenCalledTimes(65)
    await endpoint(request, 2)
    expect(imported).toHaveBeenCalledTimes(65)
    await endpoint(request, 1)
    expect(imported).toHaveBeenCalledTimes(66)
  })

  it.each([
    { publicKey: 'demopublickey', secretKey: () => 'demosecretkey' },
    { publicKey: () => Promise.resolve('demopublickey'), secretKey: 'demosecretkey' },
  ])('accepts one key as a literal and the other as a function: %o', async (keys) => {
    const endpoint = createTokenEndpoint({ ...keys, authorize: 'anyone', now })
    const token = await generateSecureSignature('demosecretkey', { expiresIn: 1800 }, { now })
    expect(JSON.parse((await endpoint(request)).body)).toMatchObject({ publicKey: 'demopublickey', ...token })
  })
})

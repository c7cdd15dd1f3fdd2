import { afterEach, describe, expect, it, vi } from 'vitest'
import { createTokenEndpoint } from '../../src/adapter/index.js'
import { keysFromEnv, type TokenHandlerOptions } from '../../src/index.js'

afterEach(() => {
  vi.unstubAllEnvs()
})

const request = { method: 'POST', header: () => undefined }

async function publicKeyOf(options: Partial<TokenHandlerOptions<[]>>): Promise<unknown> {
  const { body } = await createTokenEndpoint({ authorize: 'anyone', ...options })(request)
  return (JSON.parse(body) as { publicKey?: unknown }).publicKey
}

describe('the keys of the environment', () => {
  it('are not read at construction', () => {
    vi.stubEnv('UPLOADCARE_PUBLIC_KEY', undefined)
    vi.stubEnv('UPLOADCARE_SECRET_KEY', undefined)
    expect(() => createTokenEndpoint({ authorize: 'anyone' })).not.toThrow()
  })

  it('are found when they are set after a failed request', async () => {
    vi.stubEnv('UPLOADCARE_PUBLIC_KEY', undefined)
    vi.stubEnv('UPLOADCARE_SECRET_KEY', 'env-secret')
    const endpoint = createTokenEndpoint({ authorize: 'anyone', onError: () => undefined })
    expect((await endpoint(request)).status).toBe(500)
    vi.stubEnv('UPLOADCARE_PUBLIC_KEY', 'env-public')
    expect((await endpoint(request)).status).toBe(200)
  })

  it('are refused when both are the same', async () => {
    vi.stubEnv('UPLOADCARE_PUBLIC_KEY', 'the same')
    vi.stubEnv('UPLOADCARE_SECRET_KEY', 'the same')
    const errors: unknown[] = []
    await createTokenEndpoint({ authorize: 'anyone', onError: (error) => errors.push(error) })(request)
    expect(errors).toEqual([
      expect.objectContaining({ message: expect.stringContaining('is the same as "publicKey"') as string }),
    ])
  })

  it('are not used when a tenant function returns undefined', async () => {
    vi.stubEnv('UPLOADCARE_PUBLIC_KEY', 'env-public')
    vi.stubEnv('UPLOADCARE_SECRET_KEY', 'env-secret')
    const tenants: Record<string, string> = {}
    const onError = vi.fn<(error: unknown) => void>()
    const options = { publicKey: () => tenants['eve'], secretKey: () => tenants['eve'], onError }
    expect(await publicKeyOf(options)).toBeUndefined()
    expect(onError).toHaveBeenCalledOnce()
  })

  it('are refused as a single property that is undefined', () => {
    const missing: { secret?: string } = {}
    expect(() =>
      createTokenEndpoint({ publicKey: 'demopublickey', secretKey: missing.secret, authorize: 'anyone' }),
    ).toThrow(/^"secretKey" is missing or blank\..* UPLOADCARE_SECRET_KEY\.$/)
    expect(() =>
      createTokenEndpoint({ publicKey: undefined, secretKey: undefined, authorize: 'anyone' }),
    ).toThrow(/UPLOADCARE_PUBLIC_KEY/)
  })
})

describe('keysFromEnv', () => {
  it('returns both keys from the environment that a runtime passes', async () => {
    const endpoint = createTokenEndpoint<[env: object]>({
      ...keysFromEnv((env: object) => env),
      authorize: 'anyone',
    })
    const env = { UPLOADCARE_PUBLIC_KEY: 'env-public', UPLOADCARE_SECRET_KEY: 'env-secret' }
    expect(JSON.parse((await endpoint(request, env)).body)).toMatchObject({ publicKey: 'env-public' })
  })

  it('names a variable that is missing', async () => {
    const errors: unknown[] = []
    const endpoint = createTokenEndpoint<[env: object]>({
      ...keysFromEnv((env: object) => env),
      authorize: 'anyone',
      onError: (error) => errors.push(error),
    })
    expect((await endpoint(request, { UPLOADCARE_PUBLIC_KEY: 'env-public' })).status).toBe(500)
    expect(String(errors[0])).toContain('"UPLOADCARE_SECRET_KEY" is missing or blank')
  })
})

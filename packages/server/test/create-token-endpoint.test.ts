import { SecureUploadError } from '@secure-uploading/core'
import { describe, expect, it } from 'vitest'
import { createTokenEndpoint, type TokenDenied, type TokenHandlerOptions } from '../src/index.js'

const keys = { publicKey: 'demopublickey', secretKey: 'demosecretkey' }

const fromElsewhere = (name: string) => (name === 'origin' ? 'https://evil.example' : undefined)

/** Asks an endpoint once, and tells what it answers and what its onDeny hears. */
async function ask(
  options: Partial<TokenHandlerOptions<[]>>,
  { method = 'POST', header = (_name: string): string | undefined => undefined } = {},
) {
  const denied: TokenDenied[] = []
  const endpoint = createTokenEndpoint({
    ...keys,
    authorize: () => ({ subject: 'ada' }),
    onDeny: (event) => denied.push(event),
    onError: () => undefined,
    ...options,
  })
  const { status, body } = await endpoint({ method, header })
  return { status, json: JSON.parse(body) as Record<string, unknown>, denied }
}

describe('the order of the checks', () => {
  it('begins with the method: a page of another origin that sends GET is told so', async () => {
    const { status, denied } = await ask({}, { method: 'GET', header: fromElsewhere })
    expect([status, denied[0]?.reason]).toEqual([405, 'method'])
  })

  it('asks whose page it is before it asks who it is', async () => {
    const { status, denied } = await ask({ authorize: () => null }, { header: fromElsewhere })
    expect([status, denied[0]?.reason]).toEqual([403, 'cross-origin'])
  })

  it('looks for the keys last, and not for whoever has no room in the rate limit', async () => {
    let lookUps = 0
    const lookUp = (): never => {
      lookUps++
      throw new Error('the vault is sealed')
    }
    // oxlint-disable-next-line typescript/prefer-promise-reject-errors -- rate-limiter-flexible does so
    const limiter = { consume: () => Promise.reject({ msBeforeNext: 1000 }) }
    const { status } = await ask({ publicKey: lookUp, secretKey: lookUp, rateLimit: { limiter } })
    expect([status, lookUps]).toEqual([429, 0])
  })
})

describe('expiresIn of the answer', () => {
  it.each([
    ['what is left when it is sent, in whole seconds', 2500, 57],
    ['at least a second, however slow the secret was to come', 90_000, 1],
  ])('is %s', async (_what, secretTakesMs, expiresIn) => {
    let nowMs = 1_454_902_056_000
    const { json } = await ask({
      expiresIn: 60,
      now: () => nowMs,
      receipts: {
        secret: () => {
          nowMs += secretTakesMs
          return 'a secret'
        },
      },
    })
    expect(json).toMatchObject({ secureExpire: '1454902116', expiresIn })
  })
})

describe('what onDeny is told', () => {
  it.each(['ERR_UNAUTHENTICATED', 'ERR_FORBIDDEN'] as const)(
    'has what authorize threw to say no for its cause: %s',
    async (code) => {
      const cause = new SecureUploadError(code, 'row 42 of the table of users')
      const { denied } = await ask({ authorize: () => Promise.reject(cause) })
      expect(denied).toEqual([expect.objectContaining({ code, cause })])
      expect(denied[0]?.cause).toBe(cause)
    },
  )

  it('has no cause when authorize returned its no', async () => {
    const { denied } = await ask({ authorize: () => false })
    expect(denied[0]).not.toHaveProperty('cause')
  })
})

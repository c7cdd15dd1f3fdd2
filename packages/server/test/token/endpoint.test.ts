import { SecureUploadError } from '@secure-uploading/core'
import { describe, expect, it } from 'vitest'
import { createTokenEndpoint } from '../../src/adapter/index.js'
import type { TokenDenied, TokenHandlerOptions } from '../../src/index.js'

const keys = { publicKey: 'demopublickey', secretKey: 'demosecretkey' }

const fromElsewhere = (name: string) => (name === 'origin' ? 'https://evil.example' : undefined)

/** Sends one request to an endpoint. Returns its answer and the events of onDeny. */
async function send(
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
  it('is the method before the origin', async () => {
    const { status, denied } = await send({}, { method: 'GET', header: fromElsewhere })
    expect([status, denied[0]?.reason]).toEqual([405, 'method'])
  })

  it('is the origin before authorize', async () => {
    const { status, denied } = await send({ authorize: () => null }, { header: fromElsewhere })
    expect([status, denied[0]?.reason]).toEqual([403, 'cross-origin'])
  })

  it('is the rate limit before the keys', async () => {
    let lookUps = 0
    const lookUp = (): never => {
      lookUps++
      throw new Error('the vault is sealed')
    }
    // oxlint-disable-next-line typescript/prefer-promise-reject-errors -- rate-limiter-flexible does so
    const limiter = { consume: () => Promise.reject({ msBeforeNext: 1000 }) }
    const { status } = await send({ publicKey: lookUp, secretKey: lookUp, rateLimit: { limiter } })
    expect([status, lookUps]).toEqual([429, 0])
  })
})

describe('expiresIn of the answer', () => {
  it.each([
    ['the remaining lifetime in whole seconds', 2500, 57],
    ['at least one second, even after a slow look-up of the secret', 90_000, 1],
  ])('is %s', async (_what, secretTakesMs, expiresIn) => {
    let nowMs = 1_454_902_056_000
    const { json } = await send({
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

describe('the event of onDeny', () => {
  it.each(['ERR_UNAUTHENTICATED', 'ERR_FORBIDDEN'] as const)(
    'has the error that authorize threw as its cause: %s',
    async (code) => {
      const cause = new SecureUploadError(code, 'row 42 of the table of users')
      const { denied } = await send({ authorize: () => Promise.reject(cause) })
      expect(denied).toEqual([expect.objectContaining({ code, cause })])
      expect(denied[0]?.cause).toBe(cause)
    },
  )

  it('has no cause when authorize returned false', async () => {
    const { denied } = await send({ authorize: () => false })
    expect(denied[0]).not.toHaveProperty('cause')
  })
})

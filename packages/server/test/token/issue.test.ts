import { describe, expect, it } from 'vitest'
import { createTokenEndpoint } from '../../src/adapter/index.js'

const request = { method: 'POST', header: () => undefined }

describe('a token endpoint', () => {
  it('answers each user individually, although tokens of one second share a signature', async () => {
    let nowMs = 1_454_902_434_000
    const endpoint = createTokenEndpoint<[subject: string]>({
      publicKey: (subject) => `public-key-of-${subject}`,
      secretKey: 'demosecretkey',
      authorize: (subject) => ({ subject }),
      receipts: { secret: 'receipt-secret' },
      now: () => nowMs,
    })
    const ask = async (subject: string): Promise<Record<string, unknown>> =>
      JSON.parse((await endpoint(request, subject)).body) as Record<string, unknown>

    const ada = await ask('ada')
    const grace = await ask('grace')
    const adaAgain = await ask('ada')
    nowMs += 1000
    const adaLater = await ask('ada')

    expect(grace).toMatchObject({
      publicKey: 'public-key-of-grace',
      secureSignature: ada['secureSignature'],
    })
    expect(ada).toMatchObject({ publicKey: 'public-key-of-ada' })
    const receipts = [ada, grace, adaAgain].map(({ uploadReceipt }) => uploadReceipt)
    expect(new Set(receipts).size).toBe(3)
    expect(adaLater['secureExpire']).not.toBe(ada['secureExpire'])
  })

  it('awaits any thenable from authorize, such as a query builder', async () => {
    const endpoint = createTokenEndpoint({
      publicKey: 'demopublickey',
      secretKey: 'demosecretkey',
      // oxlint-disable-next-line unicorn/no-thenable -- the subject of this test
      authorize: () => ({ then: (resolve: (grant: null) => void) => resolve(null) }) as Promise<null>,
    })
    expect((await endpoint(request)).status).toBe(401)
  })
})

import { expect, it } from 'vitest'
import { createTokenEndpoint } from '../src/index.js'

const request = { method: 'POST', header: () => undefined }

it('gives each asker its own answer, although all that is signed within a second is signed alike', async () => {
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

it('waits for whatever has a "then", as query builders do', async () => {
  const endpoint = createTokenEndpoint({
    publicKey: 'demopublickey',
    secretKey: 'demosecretkey',
    // oxlint-disable-next-line unicorn/no-thenable -- it is what this test is about
    authorize: () => ({ then: (resolve: (grant: null) => void) => resolve(null) }) as Promise<null>,
  })
  expect((await endpoint(request)).status).toBe(401)
})

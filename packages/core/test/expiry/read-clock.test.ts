import { describe, expect, test } from 'vitest'
import {
  createSigner,
  generateAuthToken,
  generateSecureSignature,
  generateUploadReceipt,
  verifyAuthToken,
  verifySecureSignature,
  verifyUploadReceipt,
} from '../../src/index.js'

const KEY = 'project_secret_key'
const SECOND = 1_454_900_000
const PAST = { now: () => SECOND * 1000 }
const receipt = { subject: 'ada', publicKey: 'demopublickey', tokenId: 'token-1' }

const signature = await generateSecureSignature(KEY, { expiresIn: 60 }, PAST)
const authToken = await generateAuthToken(KEY, { expiresIn: 60 }, PAST)
const uploadReceipt = await generateUploadReceipt(KEY, { ...receipt, expiresIn: 60 }, PAST)
const wire = { signature: signature.secureSignature, expire: signature.secureExpire }

type Now = () => number

describe.each<[string, Now]>([
  ['gives NaN, as Date.parse does', () => Date.parse('yesterday')],
  ['gives Infinity', () => Number.POSITIVE_INFINITY],
  ['gives a Date', () => new Date() as unknown as number],
  ['gives a text', () => '1454900000000' as unknown as number],
  ['is asynchronous', (async () => Promise.resolve(SECOND * 1000)) as unknown as Now],
])('a clock that %s', (_what, now) => {
  test.each<[string, () => Promise<unknown>]>([
    ['signed for a lifetime', () => generateSecureSignature(KEY, { expiresIn: 60 }, { now })],
    ['signed for a moment', () => generateSecureSignature(KEY, { expiresAt: 5 }, { now })],
    ['signed by a signer', () => createSigner({ secretKey: KEY, now }).sign({ expiresIn: 60 })],
    ['minted as an auth token', () => generateAuthToken(KEY, { expiresAt: SECOND }, { now })],
    ['made as a receipt', () => generateUploadReceipt(KEY, { ...receipt, expiresIn: 60 }, { now })],
    ['accepted as a signature', () => verifySecureSignature(KEY, wire, { now })],
    ['accepted as an auth token', () => verifyAuthToken(KEY, authToken, { now })],
    ['accepted as a receipt', () => verifyUploadReceipt(KEY, uploadReceipt, { now })],
  ])('lets nothing be %s', async (_action, act) => {
    await expect(act()).rejects.toThrow(
      new TypeError('"now" must give the time as a number of Unix milliseconds'),
    )
  })
})

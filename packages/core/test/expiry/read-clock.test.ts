import { describe, expect, it } from 'vitest'
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
  ['returns NaN, as Date.parse does', () => Date.parse('yesterday')],
  ['returns Infinity', () => Number.POSITIVE_INFINITY],
  ['is not a function', 1_454_900_000_000 as unknown as Now],
  ['returns a Date', () => new Date() as unknown as number],
  ['returns a string', () => '1454900000000' as unknown as number],
  ['is null', null as unknown as Now],
  ['is asynchronous', (async () => Promise.resolve(SECOND * 1000)) as unknown as Now],
])('a clock that %s', (_what, now) => {
  it.each<[string, () => Promise<unknown>]>([
    ['signing for a lifetime', () => generateSecureSignature(KEY, { expiresIn: 60 }, { now })],
    ['signing for a moment', () => generateSecureSignature(KEY, { expiresAt: 5 }, { now })],
    ['signing with a signer', () => createSigner({ secretKey: KEY, now }).sign({ expiresIn: 60 })],
    ['generating an auth token', () => generateAuthToken(KEY, { expiresAt: SECOND }, { now })],
    ['generating a receipt', () => generateUploadReceipt(KEY, { ...receipt, expiresIn: 60 }, { now })],
    ['verifying a signature', () => verifySecureSignature(KEY, wire, { now })],
    ['verifying an auth token', () => verifyAuthToken(KEY, authToken, { now })],
    ['verifying a receipt', () => verifyUploadReceipt(KEY, uploadReceipt, { now })],
  ])('makes %s fail with a TypeError', async (_action, act) => {
    await expect(act()).rejects.toThrow(
      new TypeError('"now" must be a function that returns the time as a number of Unix milliseconds.'),
    )
  })
})

import {
  createSigner,
  generateAuthToken,
  generateSecureSignature,
  generateUploadReceipt,
  generateWebhookSignature,
  isSecureUploadError,
  parseUploadToken,
  verifyAuthToken,
  verifySecureSignature,
  verifyUploadReceipt,
  verifyWebhookSignature,
} from '@secure-uploading/core'
import { expect } from 'chai'

/** A rule of core that holds in every runtime. */
export interface CoreRule {
  name: string
  check: () => Promise<void>
}

const VECTORS = [
  ['project_secret_key', 1_454_903_856, 'd39a461d41f607338abffee5f31da4d4e46535651c87346e76906bf75c064d47'],
  ['project_secret_key', 1_596_699_863, '9890adc8886d27c93befed595abfbca514b7592a88e2f64dbddbea2d369a68dc'],
  ['YOUR_SECRET_KEY', 1_678_361_640, '93b69d086a487fbdfc36172b96a5d7f5afa7cb209e43e5f25890bc037e638584'],
] as const

const now = () => 1_454_900_000_000

export const coreRules: readonly CoreRule[] = [
  ...VECTORS.map(([secretKey, expire, signature]): CoreRule => ({
    name: `core signs ${expire} as Uploadcare does and verifies it`,
    async check() {
      const token = { secureSignature: signature, secureExpire: String(expire) }
      expect(await generateSecureSignature(secretKey, { expiresAt: expire }, { now })).to.deep.equal(token)
      expect(await createSigner({ secretKey, now }).sign({ expiresAt: expire })).to.deep.equal(token)
      const verdict = await verifySecureSignature(secretKey, { signature, expire: String(expire) }, { now })
      expect(verdict).to.deep.equal({ valid: true })
    },
  })),
  {
    name: 'core refuses a legacy MD5 signature with a hint',
    async check() {
      const wire = { signature: '46f70d2b4fb6196daeb2c16bf44a7f1e', expire: '1454903856' }
      const verdict = await verifySecureSignature('project_secret_key', wire, { now })
      expect(verdict).to.include({ valid: false, code: 'SignatureInvalidError', status: 403 })
      expect(verdict).to.have.property('hint').that.includes('MD5')
    },
  },
  {
    name: 'core generates valid auth tokens',
    async check() {
      const authToken = await generateAuthToken(
        'project_secret_key',
        { expiresIn: 60, subject: 'ada' },
        { now },
      )
      const verdict = await verifyAuthToken('project_secret_key', authToken, { path: '/base/', now })
      expect(verdict).to.deep.equal({
        valid: true,
        claims: { iat: 1_454_900_000, exp: 1_454_900_060, sub: 'ada' },
      })
    },
  },
  {
    name: 'core signs webhooks as Uploadcare does and verifies them',
    async check() {
      const body = new TextEncoder().encode('{"hook":{"event":"file.uploaded"}}')
      const signature = 'v1=f2e88d8c689fcd314e0d982b2e0eb6d19a8303ebf0fc94a10f68916232d919c3'
      expect(await generateWebhookSignature('signing secret', body)).to.equal(signature)
      expect(await verifyWebhookSignature('signing secret', { signature, body })).to.deep.equal({
        valid: true,
      })
      expect(await verifyWebhookSignature('other', { signature, body })).to.include({ reason: 'mismatch' })
    },
  },
  {
    name: 'core generates the same valid upload receipts in every runtime',
    async check() {
      const claims = { subject: 'ada', publicKey: 'demopublickey', tokenId: 'token-1' }
      const receipt = await generateUploadReceipt('secret', { ...claims, expiresIn: 60 }, { now })
      expect(receipt).to.equal(
        'ur1.eyJzdWIiOiJhZGEiLCJhdWQiOiJkZW1vcHVibGlja2V5IiwianRpIjoidG9rZW4tMSIsImlhdCI6MTQ1NDkwMDAwMCwiZXhwIjoxNDU0OTAwMDYwfQ.bs6__n2u4iTYN6EmMVAiEMpvipdx9MBXyZXyPmACiw4',
      )
      const verdict = await verifyUploadReceipt('secret', receipt, { now })
      expect(verdict).to.deep.include({ valid: true })
      expect(await verifyUploadReceipt('other', receipt, { now })).to.include({ reason: 'mismatch' })
    },
  },
  {
    name: 'core parses the answer of an endpoint and recognizes its errors',
    check() {
      expect(parseUploadToken({ secureSignature: 'abc', secureExpire: 1_454_903_856 })).to.deep.equal({
        secureSignature: 'abc',
        secureExpire: '1454903856',
      })
      let thrown: unknown
      try {
        parseUploadToken('nonsense')
      } catch (error) {
        thrown = error
      }
      expect(isSecureUploadError(thrown, 'ERR_TOKEN_MALFORMED')).to.equal(true)
      return Promise.resolve()
    },
  },
]

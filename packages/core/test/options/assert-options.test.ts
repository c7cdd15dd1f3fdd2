import { describe, expect, it } from 'vitest'
import {
  createSigner,
  generateAuthToken,
  generateSecureSignature,
  generateUploadAcceptance,
  generateUploadReceipt,
  verifyAuthToken,
  verifySecureSignature,
  verifyUploadReceipt,
  verifyWebhookSignature,
} from '../../src/index.js'
import { assertOptions } from '../../src/internal/index.js'

const KNOWN = ['expiresIn', 'expiresAt', 'now', 'points']

describe('assertOptions', () => {
  it.each([
    ['expiresin', 'Did you mean "expiresIn"?'],
    ['expireIn', 'Did you mean "expiresIn"?'],
    ['expriesIn', 'Did you mean "expiresIn"?'],
    ['expires', 'Did you mean "expiresIn"?'],
    ['expiresOn', 'Did you mean "expiresIn"?'],
    ['point', 'Did you mean "points"?'],
    ['nwo', 'Expected one of: expiresIn, expiresAt, now, points.'],
    ['ttl', 'Expected one of: expiresIn, expiresAt, now, points.'],
    ['', 'Expected one of: expiresIn, expiresAt, now, points.'],
    ['__proto', 'Expected one of: expiresIn, expiresAt, now, points.'],
  ])('rejects the unknown option "%s" with a suggestion', (name, advice) => {
    expect(() => {
      assertOptions({ now: 1, [name]: undefined }, KNOWN)
    }).toThrow(new TypeError(`Unknown option "${name}". ${advice}`))
  })

  it('names the path of a nested option', () => {
    expect(() => {
      assertOptions({ point: 1 }, KNOWN, 'rateLimit')
    }).toThrow('Unknown option "rateLimit.point". Did you mean "rateLimit.points"?')
    expect(() => {
      assertOptions(7, KNOWN, 'rateLimit')
    }).toThrow('"rateLimit" must be an object.')
  })

  it.each([null, undefined, 7, 'text', [], () => 7])('rejects %o, which is not an object', (options) => {
    expect(() => {
      assertOptions(options, KNOWN)
    }).toThrow(new TypeError('The options must be an object.'))
  })

  it('accepts known options, also if they are undefined', () => {
    expect(() => {
      assertOptions({ now: undefined, expiresIn: 60 }, KNOWN)
    }).not.toThrow()
  })
})

describe('an unknown option', () => {
  const typo = { nwo: () => 0 } as object
  const expiry = { expiresIn: 60, ...typo }
  const receipt = { subject: 'ada', publicKey: 'demopublickey', tokenId: 'x' }
  const acceptance = { uuid: 'c0d776d4-8c8e-47df-9e92-03b68b99c2ba', subject: 'ada', route: 'avatar' }

  it.each<[string, () => unknown]>([
    ['generateSecureSignature', () => generateSecureSignature('key', expiry)],
    ['the clock of generateSecureSignature', () => generateSecureSignature('key', { expiresIn: 60 }, typo)],
    ['createSigner', () => createSigner({ secretKey: 'key', ...typo })],
    ['sign', () => createSigner({ secretKey: 'key' }).sign(expiry)],
    ['verifySecureSignature', () => verifySecureSignature('key', {}, typo)],
    ['generateAuthToken', () => generateAuthToken('key', expiry)],
    ['the clock of generateAuthToken', () => generateAuthToken('key', { expiresIn: 60 }, typo)],
    ['verifyAuthToken', () => verifyAuthToken('key', '', typo)],
    ['generateUploadReceipt', () => generateUploadReceipt('secret', { ...receipt, ...expiry })],
    [
      'the clock of generateUploadReceipt',
      () => generateUploadReceipt('secret', { ...receipt, expiresIn: 60 }, typo),
    ],
    ['verifyUploadReceipt', () => verifyUploadReceipt('secret', '', typo)],
    ['generateUploadAcceptance', () => generateUploadAcceptance('secret', { ...acceptance, ...typo })],
    ['verifyWebhookSignature', () => verifyWebhookSignature('secret', { signature: '', body: '' }, typo)],
  ])('is a TypeError in %s', async (_function, act) => {
    await expect(async () => act()).rejects.toThrow(TypeError)
    await expect(async () => act()).rejects.toThrow(/^Unknown option "nwo"\./)
  })
})

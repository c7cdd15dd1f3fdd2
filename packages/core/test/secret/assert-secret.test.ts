import { describe, expect, it } from 'vitest'
import {
  createSigner,
  generateAuthToken,
  generateSecureSignature,
  generateUploadAcceptance,
  generateUploadReceipt,
  generateWebhookSignature,
  verifyAuthToken,
  verifySecureSignature,
  verifyUploadAcceptance,
  verifyUploadReceipt,
  verifyWebhookSignature,
} from '../../src/index.js'

const SECRET = 's3cret-value'
const receipt = { subject: 'ada', publicKey: 'demopublickey', tokenId: 'x', expiresIn: 60 }
const acceptance = { uuid: 'c0d776d4-8c8e-47df-9e92-03b68b99c2ba', subject: 'ada', route: 'avatar' }
const webhook = { signature: `v1=${'0'.repeat(64)}`, body: '{}' }

const GENERATING: Record<string, (secret: string) => unknown> = {
  generateSecureSignature: (secret) => generateSecureSignature(secret, { expiresIn: 60 }),
  createSigner: (secretKey) => createSigner({ secretKey }),
  generateAuthToken: (secret) => generateAuthToken(secret, { expiresIn: 60 }),
  generateUploadReceipt: (secret) => generateUploadReceipt(secret, receipt),
  generateUploadAcceptance: (secret) => generateUploadAcceptance(secret, acceptance),
  generateWebhookSignature: (secret) => generateWebhookSignature(secret, '{}'),
}
const VERIFYING: Record<string, (secrets: string | readonly string[]) => unknown> = {
  verifySecureSignature: (secrets) => verifySecureSignature(secrets, {}),
  verifyAuthToken: (secrets) => verifyAuthToken(secrets, 'a.b.c'),
  verifyUploadReceipt: (secrets) => verifyUploadReceipt(secrets, 'ur1.a.b'),
  verifyUploadAcceptance: (secrets) => verifyUploadAcceptance(secrets, 'ua1.a', acceptance),
  verifyWebhookSignature: (secrets) => verifyWebhookSignature(secrets, webhook),
}

const INVALID: readonly [unknown, RegExp][] = [
  ['', /is missing or blank\. Pass /],
  [' \t\n', /is missing or blank\. Pass /],
  [undefined, /is missing or blank\. Pass /],
  [null, /is missing or blank\. Pass /],
  [42, /is missing or blank\. Pass /],
  [{}, /is missing or blank\. Pass /],
  [`${SECRET}\n`, /has leading or trailing whitespace\. Trim it\./],
  [`${SECRET}\r\n`, /has leading or trailing whitespace/],
  [` ${SECRET}`, /has leading or trailing whitespace/],
  [`${SECRET}\t`, /has leading or trailing whitespace/],
  [`\ufeff${SECRET}`, /has leading or trailing whitespace/],
  [`${SECRET}\u00a0`, /has leading or trailing whitespace/],
  [`${SECRET}\nother`, /contains a line break or another invisible character/],
  [`${SECRET}\0`, /contains a line break or another invisible character/],
  [`${SECRET}\u200b`, /contains a line break or another invisible character/],
  [`${SECRET}\u007fx`, /contains a line break or another invisible character/],
]

async function messageOf(act: () => unknown): Promise<string> {
  try {
    await act()
  } catch (error) {
    expect(error).toBeInstanceOf(TypeError)
    return (error as TypeError).message
  }
  throw new Error('the secret was accepted')
}

describe.each(Object.entries({ ...GENERATING, ...VERIFYING }))('%s', (_name, act) => {
  it.each(INVALID)('rejects %j as a secret without exposing it', async (secret, message) => {
    const found = await messageOf(() => act(secret as string))
    expect(found).toMatch(/^"(?:secretKey|signingSecret|secret)" /)
    expect(found).toMatch(message)
    expect(found).not.toContain(SECRET)
  })

  it('accepts secrets with inner spaces and characters beyond ASCII', async () => {
    for (const secret of [SECRET, 'two words', 'pässwörd 猫', '👩‍👩‍👧']) await act(secret)
  })
})

describe.each(Object.entries(VERIFYING))('%s with a list', (_name, act) => {
  it('names the invalid secret by its index', async () => {
    expect(await messageOf(() => act([SECRET, `${SECRET}\n`]))).toMatch(
      /^"\w+s\[1\]" has leading or trailing/,
    )
    expect(await messageOf(() => act([undefined as unknown as string]))).toMatch(/^"\w+s\[0\]" is missing/)
  })

  it('rejects an empty list', async () => {
    expect(await messageOf(() => act([]))).toMatch(/^"\w+s" must contain at least one secret\.$/)
  })

  it('accepts several secrets', async () => {
    await act([SECRET, 'another'])
  })
})

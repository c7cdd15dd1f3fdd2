import { createHmac } from 'node:crypto'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { generateWebhookSignature, verifyWebhookSignature, type WebhookBody } from '../../src/index.js'
import { recordHmacs } from '../hmac/record-hmacs.js'
import { deliveredBody, DELIVERED_SECRET, DELIVERED_SIGNATURE } from './delivered-webhook.js'

afterEach(() => {
  vi.restoreAllMocks()
})

const SECRET = '7kMVZivndx0ErgvhRKAr'
const BODY =
  '{ "hook": {"event":"file.uploaded"},"data":{"original_filename":"Gr\\u00f6\u00dfe 猫.png","size":1.0} }\n'
const signatureOf = (body: string | Buffer, secret = SECRET) =>
  `v1=${createHmac('sha256', secret).update(body).digest('hex')}`

const verify = (signature: string | null | undefined, body: WebhookBody = BODY) =>
  verifyWebhookSignature(SECRET, { signature, body })

describe('verifyWebhookSignature', () => {
  it('accepts the delivery from the tests of Uploadcare’s Ruby SDK', async () => {
    const signed = { signature: DELIVERED_SIGNATURE, body: deliveredBody }
    expect(await verifyWebhookSignature(DELIVERED_SECRET, signed)).toEqual({ valid: true })
    expect(await verifyWebhookSignature('12345', signed)).toMatchObject({ reason: 'mismatch' })
  })

  it('accepts the body as text, bytes, a view of bytes and a buffer', async () => {
    const bytes = new TextEncoder().encode(BODY)
    const window = new Uint8Array([0, ...bytes, 0]).subarray(1, -1)
    const shared = new Uint8Array(new SharedArrayBuffer(bytes.byteLength))
    shared.set(bytes)
    for (const body of [BODY, bytes, bytes.buffer, window, Buffer.from(BODY), shared]) {
      expect(await verify(signatureOf(BODY), body)).toEqual({ valid: true })
    }
  })

  it('compares bytes, not their meaning', async () => {
    const binary = Buffer.from([0xff, 0x00, 0xc3])
    expect(await verify(signatureOf(binary), binary)).toEqual({ valid: true })
    for (const other of [BODY.trim(), `${BODY} `, JSON.stringify(JSON.parse(BODY)), '']) {
      expect(await verify(signatureOf(BODY), other)).toMatchObject({ valid: false, reason: 'mismatch' })
    }
    expect(await verify(signatureOf(''), '')).toEqual({ valid: true })
  })

  it('accepts any of several secrets, so that one can be rotated', async () => {
    const signed = { signature: signatureOf(BODY), body: BODY }
    expect(await verifyWebhookSignature(['new', SECRET], signed)).toEqual({ valid: true })
    expect(await verifyWebhookSignature(['new', 'newer'], signed)).toMatchObject({ reason: 'mismatch' })
  })

  it.each([[undefined], [null], ['']])('reports a missing signature: %j', async (signature) => {
    expect(await verify(signature)).toMatchObject({ valid: false, reason: 'missing' })
  })

  it.each([
    ['without its version', signatureOf(BODY).slice(3)],
    ['of another version', signatureOf(BODY).replace('v1', 'v2')],
    ['in upper case', signatureOf(BODY).toUpperCase().replace('V', 'v')],
    ['with whitespace', ` ${signatureOf(BODY)}`],
    ['sent twice', `${signatureOf(BODY)}, ${signatureOf(BODY)}`],
    ['in Base64', `v1=${createHmac('sha256', SECRET).update(BODY).digest('base64')}`],
    ['cut off', signatureOf(BODY).slice(0, -1)],
    ['that is a number', 42 as unknown as string],
    ['that is a list', [signatureOf(BODY)] as unknown as string],
    ['that is an object', {} as unknown as string],
  ])('rejects a signature %s', async (_what, signature) => {
    expect(await verify(signature)).toMatchObject({ valid: false, reason: 'malformed' })
  })

  it('explains why it rejects', async () => {
    const hintOf = async (signature: string | undefined) => {
      const verdict = await verify(signature)
      return verdict.valid ? '' : verdict.hint
    }
    expect(await hintOf(undefined)).toContain('X-Uc-Signature is missing')
    expect(await hintOf('v2=')).toContain('must be "v1=" and 64 lowercase hex digits')
    expect(await hintOf(signatureOf('another body'))).toMatch(/^Compare the signing secret .* raw body/)
  })

  it('rejects a signature with any other digit', async () => {
    const right = signatureOf(BODY)
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 3, max: 66 }),
        fc.integer({ min: 0, max: 15 }),
        async (at, digit) => {
          const forged = right.slice(0, at) + digit.toString(16) + right.slice(at + 1)
          expect((await verify(forged)).valid).toBe(forged === right)
        },
      ),
    )
  })

  it('gives a hint if the secret in the webhook’s settings ends in a line break', async () => {
    expect(await verify(signatureOf(BODY, `${SECRET}\n`))).toMatchObject({
      reason: 'mismatch',
      hint: expect.stringMatching(/ends in a line break/) as string,
    })
  })

  it('signs the body with no secret twice to find a hint', async () => {
    const hmacs = recordHmacs()
    const signed = { signature: signatureOf('another body'), body: BODY }
    await verifyWebhookSignature([SECRET, 'another secret'], signed)
    const secrets = hmacs().map(({ secret }) => secret)
    expect(secrets).toContain(`${SECRET}\n`)
    expect(secrets.filter((secret, index) => secrets.indexOf(secret) !== index)).toEqual([])
  })

  it('computes at most two HMACs per secret for a forged webhook', async () => {
    const secrets = ['first', 'second', 'third']
    const hmacs = recordHmacs()
    await verifyWebhookSignature(secrets, { signature: signatureOf('another body'), body: BODY })
    expect(hmacs()).toHaveLength(6)
  })

  it('rejects a malformed signature without computing an HMAC', async () => {
    const hmacs = recordHmacs()
    for (const signature of [undefined, 'v1=', signatureOf(BODY).toUpperCase()]) await verify(signature)
    expect(hmacs()).toEqual([])
  })

  it('accepts bytes of another realm, as test runners create them', async () => {
    const run = (code: string): unknown => runInNewContext(code)
    const bytes = JSON.stringify([...Buffer.from(BODY)])
    for (const code of [`new Uint8Array(${bytes})`, `new Uint8Array(${bytes}).buffer`]) {
      expect(await verify(signatureOf(BODY), run(code) as WebhookBody)).toEqual({ valid: true })
    }
  })

  it.each([null, undefined, 7, {}])('throws a TypeError for a webhook that is %j', async (webhook) => {
    await expect(verifyWebhookSignature(SECRET, webhook as never)).rejects.toThrow(
      '"body" must be the raw bytes',
    )
  })

  it('skips the hint with explain: false, and signs a forged body as often as a valid one', async () => {
    const hmacs = recordHmacs()
    const signature = signatureOf(BODY, `${SECRET}\n`)
    const verdict = await verifyWebhookSignature(SECRET, { signature, body: BODY }, { explain: false })
    expect(verdict).toMatchObject({ reason: 'mismatch', hint: expect.stringMatching(/^Compare/) as string })
    expect(hmacs()).toEqual([{ secret: SECRET, text: BODY }])
  })

  it('never exposes a secret or the valid signature', async () => {
    for (const signature of [undefined, 'v1=', signatureOf(BODY, 'other'), signatureOf(BODY, ` ${SECRET}`)]) {
      const output = JSON.stringify(await verify(signature))
      expect(output).not.toContain(SECRET)
      expect(output).not.toContain(signatureOf(BODY).slice(3))
    }
  })

  it('throws a TypeError without a secret, and for a parsed body', async () => {
    const signed = { signature: signatureOf(BODY), body: BODY }
    await expect(verifyWebhookSignature([], signed)).rejects.toThrow(
      '"signingSecrets" must contain at least one',
    )
    await expect(verifyWebhookSignature('', signed)).rejects.toThrow('"signingSecret" is missing or blank')
    await expect(verifyWebhookSignature([SECRET, ' '], signed)).rejects.toThrow(TypeError)
    const parsed = JSON.parse(BODY) as WebhookBody
    await expect(verify(signatureOf(BODY), parsed)).rejects.toThrow('"body" must be the raw bytes')
  })
})

describe('generateWebhookSignature', () => {
  it('signs like Node’s HMAC', async () => {
    expect(await generateWebhookSignature(SECRET, BODY)).toBe(signatureOf(BODY))
    expect(await generateWebhookSignature(SECRET, Buffer.from(BODY))).toBe(signatureOf(BODY))
  })

  it('rejects a blank secret', async () => {
    await expect(generateWebhookSignature(' ', BODY)).rejects.toThrow('"signingSecret" is missing or blank')
  })
})

it.each(['no', null, 0, {}])('verifyWebhookSignature refuses %j as explain', async (explain) => {
  const options = { explain } as unknown as { explain: boolean }
  await expect(verifyWebhookSignature(SECRET, { signature: 'x', body: BODY }, options)).rejects.toThrow(
    '"explain" must be true or false.',
  )
})

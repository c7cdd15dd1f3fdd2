import { generateUploadReceipt } from '@secure-uploading/core'
import type { Receipts, WebhookEvent, WebhookPayload } from '@secure-uploading/server'
import { expect } from 'chai'
import { uploadedFile } from '../uploaded-file.js'
import type { WebhookRule } from '../webhook-harness.js'
import { expectErrorForm } from '../../rules/expect-error-form.js'
import { expectDelivered } from './expect-webhook-answer.js'

const SECRET = 'a secret of the backend'
const UPLOADED_MS = Date.parse('2018-11-26T12:49:09.945335Z')
const claims = { subject: 'ada', publicKey: 'demopublickey', tokenId: 'token-1' }

const receiptOf = (
  options: Partial<typeof claims & { secret: string; expiresIn: number; issuedMs: number }> = {},
) => {
  const { secret = SECRET, expiresIn = 60, issuedMs = UPLOADED_MS, ...others } = options
  return generateUploadReceipt(secret, { ...claims, ...others, expiresIn }, { now: () => issuedMs })
}

/** Creates the payload of a file with a receipt in its metadata. */
const bodyWith = (
  uploadReceipt: string | undefined,
  datetime_uploaded = uploadedFile.data.datetime_uploaded,
  hook: Partial<WebhookPayload['hook']> = uploadedFile.hook,
) =>
  JSON.stringify({
    ...uploadedFile,
    hook,
    data: { ...uploadedFile.data, datetime_uploaded, metadata: { pet: 'cat', uploadReceipt } },
  })

export const webhookReceiptRules: readonly WebhookRule[] = [
  {
    name: 'verifies the receipt at the time of the upload, even long after it expired',
    async check(harness) {
      const events: WebhookEvent[] = []
      const send = await harness.serve({
        receipts: { secret: ['new secret', SECRET] },
        onEvent: (event) => events.push(event),
      })
      expectDelivered(await send({ body: bodyWith(await receiptOf()) }))
      expect(events.map(({ receipt }) => receipt)).to.deep.equal([
        {
          valid: true,
          claims: {
            ...claims,
            issuedAt: new Date(Math.floor(UPLOADED_MS / 1000) * 1000),
            expiresAt: new Date(Math.ceil(UPLOADED_MS / 1000) * 1000 + 60_000),
          },
        },
      ])
    },
  },
  {
    name: 'accepts the options of the token handler, and uses the expiry in the receipt',
    async check(harness) {
      const events: WebhookEvent[] = []
      const receipts: Receipts<unknown[]> = { secret: SECRET, expiresIn: 1 }
      const send = await harness.serve({ receipts, onEvent: (event) => events.push(event) })
      expectDelivered(await send({ body: bodyWith(await receiptOf({ issuedMs: UPLOADED_MS - 50_000 })) }))
      expect(events[0]?.receipt).to.include({ valid: true })
    },
  },
  {
    name: 'delivers a file with an invalid receipt, with the reason',
    async check(harness) {
      const valid = await receiptOf()
      const cases: [receipt: string | undefined, reason: string][] = [
        [undefined, 'missing'],
        ['ada', 'malformed'],
        [`${valid.slice(0, -2)}AA`, 'mismatch'],
        [await receiptOf({ secret: 'secret of eve' }), 'mismatch'],
        [await receiptOf({ issuedMs: UPLOADED_MS - 70_000 }), 'expired'],
        [await receiptOf({ issuedMs: UPLOADED_MS + 60_000 }), 'too-early'],
        [await receiptOf({ publicKey: 'another project' }), 'other-project'],
      ]
      for (const [receipt, reason] of cases) {
        const events: WebhookEvent[] = []
        const send = await harness.serve({
          receipts: { secret: () => SECRET },
          onEvent: (event) => events.push(event),
        })
        expectDelivered(await send({ body: bodyWith(receipt) }))
        expect(events[0]?.receipt).to.include({ valid: false, reason })
      }
    },
  },
  {
    name: 'answers 500 when the receipt secret equals the public key of the project',
    async check(harness) {
      const events: unknown[] = []
      const errors: unknown[] = []
      const send = await harness.serve({
        receipts: { secret: claims.publicKey },
        onEvent: (event) => events.push(event),
        onError: (error) => errors.push(error),
      })
      expectErrorForm(await send({ body: bodyWith('ur1.a.b') }), 500, 'ERR_INTERNAL')
      expect(events).to.deep.equal([])
      expect(errors).to.have.length(1)
      expect((errors[0] as TypeError).message).to.include('"secret" is the same as "publicKey"')
    },
  },
  {
    name: 'verifies a receipt at the current time when the webhook has no upload time',
    async check(harness) {
      const receipt = await receiptOf()
      for (const [nowMs, uploaded, valid] of [
        [UPLOADED_MS + 59_000, '', true],
        [UPLOADED_MS + 62_000, '', false],
        [UPLOADED_MS + 62_000, null, false],
      ] as const) {
        const body = bodyWith(receipt, uploaded)
        const events: WebhookEvent[] = []
        const send = await harness.serve({
          receipts: { secret: SECRET },
          now: () => nowMs,
          onEvent: (event) => events.push(event),
        })
        expectDelivered(await send({ body }))
        expect(events[0]?.receipt).to.include({ valid })
      }
    },
  },
  {
    name: 'accepts a receipt for any project when the webhook names none',
    async check(harness) {
      const events: WebhookEvent[] = []
      const send = await harness.serve({
        receipts: { secret: SECRET },
        onEvent: (event) => events.push(event),
      })
      const { project_pub_key: _, ...hook } = uploadedFile.hook
      const body = bodyWith(await receiptOf({ publicKey: 'another project' }), undefined, hook)
      expectDelivered(await send({ body }))
      expect(events[0]?.receipt).to.include({ valid: true })
    },
  },
  {
    name: 'verifies no receipt without the option receipts',
    async check(harness) {
      const events: WebhookEvent[] = []
      const send = await harness.serve({ onEvent: (event) => events.push(event) })
      expectDelivered(await send({ body: bodyWith(await receiptOf()) }))
      expect(events[0]).not.to.have.property('receipt')
    },
  },
]

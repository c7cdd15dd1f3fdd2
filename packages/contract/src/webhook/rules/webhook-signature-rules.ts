import { generateWebhookSignature } from '@secure-uploading/core'
import type { WebhookDenied } from '@secure-uploading/server'
import { expect } from 'chai'
import { uploadedFile } from '../uploaded-file.js'
import { SIGNING_SECRET, type Delivery, type WebhookRule } from '../webhook-harness.js'
import { expectErrorForm } from '../../rules/expect-error-form.js'
import { expectDelivered } from './expect-webhook-answer.js'

const BODY = JSON.stringify(uploadedFile)
const sign = (secret: string, body = BODY) => generateWebhookSignature(secret, body)

export const webhookSignatureRules: readonly WebhookRule[] = [
  {
    name: 'answers 401 to a missing, malformed or wrong signature, and passes the reason to onDeny only',
    async check(harness) {
      const right = await sign(SIGNING_SECRET)
      const refused: [delivery: Delivery, reason: string][] = [
        [{ signature: null }, 'signature-missing'],
        [{ signature: 'v1=' }, 'signature-malformed'],
        [{ signature: right.slice(3) }, 'signature-malformed'],
        [{ signature: right.toUpperCase() }, 'signature-malformed'],
        [{ signature: await sign('another secret') }, 'signature-mismatch'],
        [{ signature: right, body: BODY.replace('642', '643') }, 'signature-mismatch'],
        [{ signature: right, body: `${BODY}\n` }, 'signature-mismatch'],
        [{ signature: right, body: '' }, 'signature-mismatch'],
        [{ signature: right, body: 'not JSON' }, 'signature-mismatch'],
      ]
      const events: unknown[] = []
      const denied: WebhookDenied[] = []
      const send = await harness.serve({
        onEvent: (event) => events.push(event),
        onError: (error) => events.push(error),
        onDeny: (event) => denied.push(event),
      })
      for (const [delivery, reason] of refused) {
        const answer = await send(delivery)
        expectErrorForm(answer, 401, 'ERR_UNAUTHENTICATED')
        expect(answer.text).not.to.match(/v1=|[0-9a-f]{64}/)
        expect(denied.at(-1)).to.include({ reason, status: 401, code: 'ERR_UNAUTHENTICATED' })
        expect(denied.at(-1)?.hint).to.match(/^[A-Z].+\.$/)
      }
      expect(denied).to.have.length(refused.length)
      expect(events).to.deep.equal([])
      const passed = JSON.stringify(denied)
      expect(passed).not.to.include(SIGNING_SECRET)
      expect(passed).not.to.include(right.slice(3))
    },
  },
  {
    name: 'does not look up the secret for a missing, malformed or ambiguous signature',
    async check(harness) {
      let lookUps = 0
      const reasons: unknown[] = []
      const send = await harness.serve({
        signingSecret: () => {
          lookUps++
          return SIGNING_SECRET
        },
        onDeny: ({ reason }) => reasons.push(reason),
      })
      const valid = await sign(SIGNING_SECRET)
      const body = 'x'.repeat(3_000_000)
      for (const signature of [null, 'v1=', `${valid}, v1=${'0'.repeat(64)}`]) {
        expectErrorForm(await send({ signature }), 401, 'ERR_UNAUTHENTICATED')
        expectErrorForm(await send({ signature, body }), 401, 'ERR_UNAUTHENTICATED')
      }
      expect(lookUps).to.equal(0)
      expect(reasons).to.deep.equal([
        ...['signature-missing', 'signature-missing'],
        ...Array.from({ length: 4 }, () => 'signature-malformed'),
      ])
      expectDelivered(await send({ signature: `${valid}, ${valid}` }))
    },
  },
  {
    name: 'accepts a signature of any of several secrets',
    async check(harness) {
      const send = await harness.serve({ signingSecret: ['new secret', SIGNING_SECRET] })
      expectDelivered(await send())
      expectDelivered(await send({ signature: await sign('new secret') }))
      expectErrorForm(await send({ signature: await sign('older secret') }), 401, 'ERR_UNAUTHENTICATED')
    },
  },
  {
    name: 'calls a secret function for each webhook with the arguments of the framework',
    async check(harness) {
      let secret = 'before'
      const send = await harness.serve({
        signingSecret: (...args) => Promise.resolve(`${secret} ${harness.cookieOf(...args) ?? ''}`),
      })
      const headers = { cookie: 'team=1' }
      expectDelivered(await send({ headers, signature: await sign('before team=1') }))
      secret = 'after'
      expectErrorForm(
        await send({ headers, signature: await sign('before team=1') }),
        401,
        'ERR_UNAUTHENTICATED',
      )
      expectDelivered(await send({ headers, signature: await sign('after team=1') }))
    },
  },
  {
    name: 'answers 500 when the secret look-up fails, and passes the reason to onError only',
    async check(harness) {
      const lost = new Error('the vault is sealed')
      for (const signingSecret of [
        () => Promise.reject(lost),
        () => '',
        () => [],
        () => undefined,
        () => `${SIGNING_SECRET}\n`,
      ]) {
        const errors: unknown[] = []
        const send = await harness.serve({ signingSecret, onError: (error) => errors.push(error) })
        const answer = await send()
        expectErrorForm(answer, 500, 'ERR_INTERNAL')
        expect(answer.text).not.to.include('vault')
        expect(errors).to.have.length(1)
        expect((errors[0] as Error).message).to.match(
          /the vault is sealed|^"signingSecret" (?:is missing|is an empty|has leading)/,
        )
      }
    },
  },
]

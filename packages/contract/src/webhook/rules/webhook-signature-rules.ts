import { generateWebhookSignature } from '@secure-uploading/core'
import type { WebhookDenied } from '@secure-uploading/server'
import { expect } from 'chai'
import { uploadedFile } from '../uploaded-file.js'
import { SIGNING_SECRET, type Delivery, type WebhookRule } from '../webhook-trial.js'
import { expectErrorForm } from '../../rules/expect-error-form.js'
import { expectDelivered } from './expect-webhook-answer.js'

const BODY = JSON.stringify(uploadedFile)
const sign = (secret: string, body = BODY) => generateWebhookSignature(secret, body)

export const webhookSignatureRules: readonly WebhookRule[] = [
  {
    name: 'gives the app nothing that Uploadcare has not signed, and says why to onDeny alone',
    async check(trial) {
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
        [{ signature: right, body: 'no JSON' }, 'signature-mismatch'],
      ]
      const events: unknown[] = []
      const denied: WebhookDenied[] = []
      const send = await trial.serve({
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
      const told = JSON.stringify(denied)
      expect(told).not.to.include(SIGNING_SECRET)
      expect(told).not.to.include(right.slice(3))
    },
  },
  {
    name: 'takes what any of several secrets signed, while one is replaced',
    async check(trial) {
      const send = await trial.serve({ signingSecret: ['new secret', SIGNING_SECRET] })
      expectDelivered(await send())
      expectDelivered(await send({ signature: await sign('new secret') }))
      expectErrorForm(await send({ signature: await sign('older secret') }), 401, 'ERR_UNAUTHENTICATED')
    },
  },
  {
    name: 'asks a function for the secret of each webhook, with what the framework passes',
    async check(trial) {
      let secret = 'before'
      const send = await trial.serve({
        signingSecret: (...args) => Promise.resolve(`${secret} ${trial.cookieOf(...args) ?? ''}`),
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
    name: 'answers 500 when the secret cannot be found, and says why to onError alone',
    async check(trial) {
      const lost = new Error('the vault is sealed')
      for (const signingSecret of [() => Promise.reject(lost), () => '', () => []]) {
        const errors: unknown[] = []
        const send = await trial.serve({ signingSecret, onError: (error) => errors.push(error) })
        const answer = await send()
        expectErrorForm(answer, 500, 'ERR_INTERNAL')
        expect(answer.text).not.to.include('vault')
        expect(errors).to.have.length(1)
        expect((errors[0] as Error).message).to.match(/the vault is sealed|"signingSecret" must be/)
      }
    },
  },
]

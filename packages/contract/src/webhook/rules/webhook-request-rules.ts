import { generateWebhookSignature } from '@secure-uploading/core'
import type { WebhookEvent } from '@secure-uploading/server'
import { expect } from 'chai'
import { uploadedFile } from '../uploaded-file.js'
import { SIGNING_SECRET, type WebhookRule } from '../webhook-harness.js'
import { expectErrorForm } from '../../rules/expect-error-form.js'
import { expectDelivered } from './expect-webhook-answer.js'

// JSON that JSON.stringify does not reproduce: whitespace, an escape, a number, the order of keys, a line break.
const ODD_JSON = `{ "file" : "https:\\/\\/ucarecdn.com\\/\\u00e9/", "1.0": 1.0,\r\n\t"hook":{"event":"file.renamed"},"0":"猫😀" }\n`

export const webhookRequestRules: readonly WebhookRule[] = [
  {
    name: 'answers 405 with Allow to every method except POST',
    needs: 'every-method',
    async check(harness) {
      let events = 0
      const send = await harness.serve({ onEvent: () => events++ })
      for (const method of ['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
        const answer = await send({ method })
        expectErrorForm(answer, 405, 'ERR_METHOD_NOT_ALLOWED')
        expect(answer.headers.get('allow')).to.equal('POST')
      }
      const head = await send({ method: 'HEAD' })
      expect([head.status, head.text]).to.deep.equal([405, ''])
      expect(events).to.equal(0)
    },
  },
  {
    name: 'verifies the exact bytes of the body',
    async check(harness) {
      const events: WebhookEvent[] = []
      const send = await harness.serve({ onEvent: (event) => events.push(event) })
      expectDelivered(await send({ body: ODD_JSON }))
      expect(events).to.deep.equal([{ type: 'unknown', payload: JSON.parse(ODD_JSON) as unknown }])
    },
  },
  {
    name: 'accepts a webhook with any Content-Type',
    needs: 'every-content-type',
    async check(harness) {
      const send = await harness.serve()
      for (const type of [
        'application/json; charset=utf-8',
        'text/plain',
        'application/octet-stream',
        '*/*',
      ]) {
        expectDelivered(await send({ headers: { 'content-type': type } }))
      }
    },
  },
  {
    name: 'answers 413 to a body over maxBodyBytes, and accepts one of exactly that size',
    async check(harness) {
      let events = 0
      const body = JSON.stringify(uploadedFile)
      const maxBodyBytes = new TextEncoder().encode(body).byteLength
      const send = await harness.serve({ maxBodyBytes, onEvent: () => events++ })
      expectDelivered(await send({ body }))
      expectErrorForm(await send({ body: `${body} ` }), 413, 'ERR_BODY_TOO_LARGE')
      expectErrorForm(await send({ body: body.padEnd(3_000_000) }), 413, 'ERR_BODY_TOO_LARGE')
      expectDelivered(await send({ body }))
      expect(events).to.equal(2)
    },
  },
  {
    name: 'accepts bodies of up to 1 MiB by default',
    async check(harness) {
      const send = await harness.serve()
      const body = JSON.stringify({ ...uploadedFile, file: '' })
      const left = 1_048_576 - new TextEncoder().encode(body).byteLength
      expectDelivered(await send({ body: body + ' '.repeat(left) }))
      expectErrorForm(await send({ body: body + ' '.repeat(left + 1) }), 413, 'ERR_BODY_TOO_LARGE')
    },
  },
  {
    name: 'answers 400 to a signed body that is not a webhook',
    async check(harness) {
      const errors: unknown[] = []
      const send = await harness.serve({
        onEvent: (event) => errors.push(event),
        onError: (e) => errors.push(e),
      })
      for (const body of [
        '',
        'not JSON',
        '{"hook":',
        'null',
        '[]',
        '{}',
        '{"hook":null}',
        '{"hook":{"event":7}}',
      ]) {
        const signature = await generateWebhookSignature(SIGNING_SECRET, body)
        expectErrorForm(await send({ body, signature }), 400, 'ERR_BODY_MALFORMED')
      }
      expect(errors).to.deep.equal([])
    },
  },
]

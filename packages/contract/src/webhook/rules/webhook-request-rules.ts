import { generateWebhookSignature } from '@secure-uploading/core'
import type { WebhookEvent } from '@secure-uploading/server'
import { expect } from 'chai'
import { uploadedFile } from '../uploaded-file.js'
import { SIGNING_SECRET, type WebhookRule } from '../webhook-trial.js'
import { expectErrorForm } from '../../rules/expect-error-form.js'
import { expectDelivered } from './expect-webhook-answer.js'

// What no JSON.stringify gives back: white space, an escape, a number, the order of keys, a line's end.
const ODD_JSON = `{ "file" : "https:\\/\\/ucarecdn.com\\/\\u00e9/", "1.0": 1.0,\r\n\t"hook":{"event":"file.renamed"},"0":"猫😀" }\n`

export const webhookRequestRules: readonly WebhookRule[] = [
  {
    name: 'answers every method but POST with 405, and tells which is allowed',
    needs: 'every-method',
    async check(trial) {
      let events = 0
      const send = await trial.serve({ onEvent: () => events++ })
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
    name: 'takes the bytes of a body as they are',
    async check(trial) {
      const events: WebhookEvent[] = []
      const send = await trial.serve({ onEvent: (event) => events.push(event) })
      expectDelivered(await send({ body: ODD_JSON }))
      expect(events).to.deep.equal([{ type: 'unknown', payload: JSON.parse(ODD_JSON) as unknown }])
    },
  },
  {
    name: 'takes a webhook whatever it says about the type of its body',
    needs: 'every-content-type',
    async check(trial) {
      const send = await trial.serve()
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
    name: 'refuses a body over the limit with 413, and takes one of just that size',
    async check(trial) {
      let events = 0
      const body = JSON.stringify(uploadedFile)
      const maxBodyBytes = new TextEncoder().encode(body).byteLength
      const send = await trial.serve({ maxBodyBytes, onEvent: () => events++ })
      expectDelivered(await send({ body }))
      expectErrorForm(await send({ body: `${body} ` }), 413, 'ERR_BODY_TOO_LARGE')
      expectErrorForm(await send({ body: body.padEnd(3_000_000) }), 413, 'ERR_BODY_TOO_LARGE')
      expectDelivered(await send({ body }))
      expect(events).to.equal(2)
    },
  },
  {
    name: 'takes bodies of up to 1 MiB unless told otherwise',
    async check(trial) {
      const send = await trial.serve()
      const body = JSON.stringify({ ...uploadedFile, file: '' })
      const rest = 1_048_576 - new TextEncoder().encode(body).byteLength
      expectDelivered(await send({ body: body + ' '.repeat(rest) }))
      expectErrorForm(await send({ body: body + ' '.repeat(rest + 1) }), 413, 'ERR_BODY_TOO_LARGE')
    },
  },
  {
    name: 'answers 400 for what is signed and no webhook',
    async check(trial) {
      const errors: unknown[] = []
      const send = await trial.serve({
        onEvent: (event) => errors.push(event),
        onError: (e) => errors.push(e),
      })
      for (const body of [
        '',
        'no JSON',
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

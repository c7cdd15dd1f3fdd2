import type { FileInfoUpdatedPayload, WebhookEvent, WebhookPayload } from '@secure-uploading/server'
import { expect } from 'chai'
import { uploadedFile } from '../uploaded-file.js'
import type { WebhookRule } from '../webhook-harness.js'
import { expectErrorForm } from '../../rules/expect-error-form.js'
import { expectDelivered } from './expect-webhook-answer.js'

const payloadOf = (event: string) => ({ ...uploadedFile, hook: { ...uploadedFile.hook, event } })

const deleted: WebhookPayload = {
  ...payloadOf('file.deleted'),
  data: { ...uploadedFile.data, original_file_url: null, datetime_removed: '2018-11-27T12:49:09.945335Z' },
}

const updated: FileInfoUpdatedPayload = {
  ...payloadOf('file.info_updated'),
  previous_values: { metadata: { pet: 'dog' }, appdata: null },
}

/** Payloads without the shape of the event that they name. */
const UNKNOWN: readonly [what: string, payload: object][] = [
  ['an event of a later version', payloadOf('file.renamed')],
  ['an event named like a property of Object.prototype', payloadOf('constructor')],
  ['a file without a UUID', { ...uploadedFile, data: { ...uploadedFile.data, uuid: undefined } }],
  ['metadata that is not text', { ...uploadedFile, data: { ...uploadedFile.data, metadata: { a: 1 } } }],
  ['a payload without a file', { hook: uploadedFile.hook }],
  ['an update without previous values', payloadOf('file.info_updated')],
]

export const webhookEventRules: readonly WebhookRule[] = [
  {
    name: 'passes each event with its payload to onEvent',
    async check(harness) {
      const events: WebhookEvent[] = []
      const send = await harness.serve({ onEvent: (event) => events.push(event) })
      const names = ['file.uploaded', 'file.stored', 'file.infected'] as const
      for (const name of names) expectDelivered(await send({ body: JSON.stringify(payloadOf(name)) }))
      expectDelivered(await send({ body: JSON.stringify(deleted) }))
      expectDelivered(await send({ body: JSON.stringify(updated) }))
      expect(events).to.deep.equal([
        ...names.map((type) => ({ type, payload: payloadOf(type) })),
        { type: 'file.deleted', payload: deleted },
        { type: 'file.info_updated', payload: updated },
      ])
    },
  },
  ...UNKNOWN.map(([what, payload]): WebhookRule => ({
    name: `passes ${what} to onEvent as unknown`,
    async check(harness) {
      const events: WebhookEvent[] = []
      const send = await harness.serve({ onEvent: (event) => events.push(event) })
      const body = JSON.stringify(payload)
      expectDelivered(await send({ body }))
      expect(events).to.deep.equal([{ type: 'unknown', payload: JSON.parse(body) as unknown }])
    },
  })),
  {
    name: 'keeps additional properties of a payload, and accepts the shape of older versions',
    async check(harness) {
      const events: WebhookEvent[] = []
      const send = await harness.serve({ onEvent: (event) => events.push(event) })
      const { initiator: _, ...older } = { ...uploadedFile, payload_hash: '1844671900' }
      const { metadata: __, appdata: ___, ...data } = older.data
      const payload = { ...older, data: { ...data, datetime_uploaded: null, source: null } }
      expectDelivered(await send({ body: JSON.stringify(payload) }))
      expect(events).to.deep.equal([{ type: 'file.uploaded', payload }])
    },
  },
  {
    name: 'passes a file that Uploadcare has not examined, whose is_image is null, as what it is',
    async check(harness) {
      const events: WebhookEvent[] = []
      const send = await harness.serve({ onEvent: (event) => events.push(event) })
      const payload: WebhookPayload = { ...uploadedFile, data: { ...uploadedFile.data, is_image: null } }
      expectDelivered(await send({ body: JSON.stringify(payload) }))
      expect(events).to.deep.equal([{ type: 'file.uploaded', payload }])
    },
  },
  {
    name: 'calls onEvent with the arguments of the framework',
    async check(harness) {
      const cookies: unknown[] = []
      const send = await harness.serve({
        onEvent: (_event, ...args) => {
          cookies.push(harness.cookieOf(...args))
        },
      })
      expectDelivered(await send({ headers: { cookie: 'a=1' } }))
      expect(cookies).to.deep.equal(['a=1'])
    },
  },
  {
    name: 'answers after onEvent has completed',
    async check(harness) {
      const order: string[] = []
      const app = heldBack()
      const send = await harness.serve({
        async onEvent() {
          app.begin()
          await app.work
          order.push('done')
        },
      })
      const answered = send().then((answer) => {
        order.push('answered')
        expectDelivered(answer)
      })
      await app.begun
      // A whole other request gives a premature answer time to arrive.
      expectErrorForm(await send({ signature: null }), 401, 'ERR_UNAUTHENTICATED')
      expect(order).to.deep.equal([])
      app.finish()
      await answered
      expect(order).to.deep.equal(['done', 'answered'])
    },
  },
  {
    name: 'answers 500 when onEvent fails, and passes the error to onError only',
    async check(harness) {
      const thrown: unknown[] = [new Error('password of the database'), 'password of the database', undefined]
      for (const error of thrown) {
        const seen: unknown[] = []
        const send = await harness.serve({
          onEvent: () => {
            throw error
          },
          onError: (reported) => seen.push(reported),
        })
        const answer = await send()
        expectErrorForm(answer, 500, 'ERR_INTERNAL')
        expect(answer.text).not.to.include('password')
        expect(seen).to.deep.equal([error])
      }
      const send = await harness.serve({
        onEvent: () => Promise.reject(new Error('password of the database')),
      })
      expectErrorForm(await send(), 500, 'ERR_INTERNAL')
    },
  },
  {
    name: 'sends no second answer when onEvent or a hook has answered',
    needs: 'shared-response',
    async check(harness) {
      const answered: string[] = []
      const answerAs =
        (name: string) =>
        (_what: unknown, ...args: unknown[]) => {
          answered.push(name)
          return harness.redirect('/elsewhere', ...args)
        }
      const send = await harness.serve({ onEvent: answerAs('onEvent'), onDeny: answerAs('onDeny') })
      for (const answer of [await send(), await send({ signature: `v1=${'0'.repeat(64)}` })]) {
        expect([answer.status, answer.headers.get('location')]).to.deep.equal([303, '/elsewhere'])
      }
      expect(answered).to.deep.equal(['onEvent', 'onDeny'])
    },
  },
  {
    name: 'answers whatever the hooks do',
    async check(harness) {
      const waitForever = () => new Promise<never>(() => undefined)
      const reject = () => Promise.reject(new Error('the disk is full'))
      const fail = () => {
        throw new Error('the disk is full')
      }
      for (const hook of [waitForever, reject, fail]) {
        const hooks = { onDeny: hook, onError: hook }
        expectErrorForm(await (await harness.serve(hooks))({ signature: null }), 401, 'ERR_UNAUTHENTICATED')
        expectErrorForm(await (await harness.serve({ ...hooks, onEvent: fail }))(), 500, 'ERR_INTERNAL')
      }
    },
  },
]

function heldBack(): { begin: () => void; begun: Promise<void>; finish: () => void; work: Promise<void> } {
  let begin = (): void => undefined
  let finish = (): void => undefined
  const begun = new Promise<void>((resolve) => {
    begin = resolve
  })
  const work = new Promise<void>((resolve) => {
    finish = resolve
  })
  return { begin, begun, finish, work }
}

import type { WebhookEvent, WebhookHandlerOptions } from '@secure-uploading/server'
import { expect } from 'chai'
import type { RestDouble } from '../../uploads/rest-double.js'
import { expectErrorForm } from '../../rules/expect-error-form.js'
import { copyOf, expectAcceptedFile } from '../../uploads/rules/expect-file.js'
import { createByteLimiter, createJsonStore } from '../../uploads/stores.js'
import { defineUploads, NOW_MS, uploadTo } from '../../uploads/uploads-harness.js'
import type { WebhookRule } from '../webhook-harness.js'
import { expectDelivered } from './expect-webhook-answer.js'
import {
  bodyOf,
  changedBody,
  complete,
  expectUntouched,
  setUp,
  UNKNOWN_FORMS,
} from './webhook-upload-set-up.js'

/** Invalid options. */
const MISTAKES: readonly (readonly [rule: string, options: Record<string, unknown>, message: string])[] = [
  ['"uploads" without "receipts"', { receipts: undefined }, '"uploads" requires "receipts"'],
  [
    '"uploads" that defineUploads did not create',
    { uploads: {} },
    '"uploads" must be the result of defineUploads',
  ],
  ['"quota" without "uploads"', { uploads: undefined }, 'requires "uploads"'],
  ['a blank "secretKey"', { secretKey: ' ' }, '"secretKey"'],
]

export const webhookUploadRules: readonly WebhookRule[] = [
  {
    name: 'completes an uploaded file in the name of its receipt’s subject, and passes the result to onEvent',
    async check(harness) {
      const { rest, calls, options } = setUp()
      const events: WebhookEvent[] = []
      const send = await harness.serve({ ...options, onEvent: (event) => events.push(event) })
      const file = await uploadTo(rest, { subject: 'grace' })
      expectDelivered(await send({ body: bodyOf(file) }))
      await expectAcceptedFile(file, 'grace')
      expect(calls).to.deep.equal([{ uuid: file.uuid, subject: 'grace', route: 'avatar' }])
      expect(events).to.have.length(1)
      expect(events[0]).to.deep.include({
        upload: { uuid: file.uuid, status: 'accepted', data: { call: 1 } },
      })
    },
  },
  {
    name: 'needs no onEvent when it has uploads',
    async check(harness) {
      const { rest, options } = setUp()
      const send = await harness.serve(options, { omit: ['onEvent'] })
      const file = await uploadTo(rest)
      expectDelivered(await send({ body: bodyOf(file) }))
      await expectAcceptedFile(file)
    },
  },
  {
    name: 'deletes an uploaded file that has a receipt and breaks the rules of its route',
    async check(harness) {
      const { rest, calls, options } = setUp()
      const events: WebhookEvent[] = []
      const send = await harness.serve({ ...options, onEvent: (event) => events.push(event) })
      // A hostile client stored it, and did not complete it.
      const file = await uploadTo(rest, {}, { size: 5000, storedAt: new Date(NOW_MS).toISOString() })
      expectDelivered(await send({ body: bodyOf(file) }))
      expect(file.removedAt).to.be.a('string')
      expect(calls).to.deep.equal([])
      expect(events[0]?.upload).to.include({ status: 'rejected', code: 'ERR_FILE_TOO_LARGE' })
    },
  },
  {
    name: 'does not touch a file without a receipt, with a forged one, or of an unknown route',
    async check(harness) {
      for (const create of [
        (rest: RestDouble) => Promise.resolve(rest.add({ size: 5000 })),
        (rest: RestDouble) => uploadTo(rest, { secret: 'secret of eve' }, { size: 5000 }),
        (rest: RestDouble) => uploadTo(rest, { publicKey: 'otherpublickey' }, { size: 5000 }),
        (rest: RestDouble) => uploadTo(rest, { route: undefined }, { size: 5000 }),
        (rest: RestDouble) => uploadTo(rest, { route: 'banner' }, { size: 5000 }),
        (rest: RestDouble) => uploadTo(rest, { issuedMs: NOW_MS - 61_000 }, { size: 5000 }),
      ]) {
        const { rest } = setUp()
        const file = await create(rest)
        await expectUntouched(harness, rest, file, bodyOf(file))
      }
    },
  },
  {
    name: 'does not touch the file of another project, whatever project the webhook names',
    async check(harness) {
      for (const project_pub_key of ['otherpublickey', '', undefined]) {
        const { rest } = setUp()
        const file = await uploadTo(rest, { publicKey: 'otherpublickey' }, { size: 5000 })
        await expectUntouched(harness, rest, file, bodyOf(file, 'file.uploaded', { project_pub_key }))
      }
    },
  },
  {
    name: 'completes an uploaded file whose payload has an unknown form, except in the UUID and the receipt',
    async check(harness) {
      for (const changes of UNKNOWN_FORMS) {
        const { rest, calls, options } = setUp()
        const events: WebhookEvent[] = []
        const send = await harness.serve({ ...options, onEvent: (event) => events.push(event) })
        const file = await uploadTo(rest)
        expectDelivered(await send({ body: changedBody(bodyOf(file), changes) }))
        await expectAcceptedFile(file)
        expect(calls).to.have.length(1)
        expect(events.map(({ type }) => type)).to.deep.equal(['unknown'])
      }
    },
  },
  {
    name: 'accepts options that are undefined without "uploads"',
    async check(harness) {
      const absent = { uploads: undefined, quota: undefined, results: undefined, apiBaseURL: undefined }
      const others = { receipts: undefined, maxBodyBytes: undefined, onDeny: undefined, fetch: undefined }
      const send = await harness.serve({ ...absent, ...others })
      expectDelivered(await send())
    },
  },
  {
    name: 'does not touch the file of any other event',
    async check(harness) {
      for (const event of ['file.stored', 'file.deleted', 'file.infected']) {
        const { rest } = setUp()
        const file = await uploadTo(rest)
        await expectUntouched(harness, rest, file, bodyOf(file, event))
      }
    },
  },
  {
    name: 'does not complete a file whose metadata is not the signed one, and leaves it alone',
    async check(harness) {
      const { rest, options } = setUp()
      const events: WebhookEvent[] = []
      const send = await harness.serve({ ...options, onEvent: (event) => events.push(event) })
      const file = await uploadTo(rest, { metadata: { album: 'a1' } }, { metadata: { album: 'a2' } })
      const before = copyOf(file)
      expectDelivered(await send({ body: bodyOf(file) }))
      expect(file).to.deep.equal(before)
      expect(events[0]?.upload).to.include({ status: 'rejected', code: 'ERR_RECEIPT_INVALID' })
    },
  },
  {
    name: 'leads to the same end as the page: with a store, onUploaded is called once and both get its data',
    async check(harness) {
      for (const isWebhookFirst of [true, false]) {
        const { rest, calls, options } = setUp()
        const events: WebhookEvent[] = []
        const results = createJsonStore()
        const send = await harness.serve({ ...options, results, onEvent: (event) => events.push(event) })
        const file = await uploadTo(rest)
        const body = bodyOf(file)
        const expected = { uuid: file.uuid, status: 'accepted', data: { call: 1 } }
        if (isWebhookFirst) expectDelivered(await send({ body }))
        expect(await complete(options, file.uuid, { results })).to.deep.equal([expected])
        if (!isWebhookFirst) expectDelivered(await send({ body }))
        expect(events[0]?.upload).to.deep.equal(expected)
        expect(calls).to.have.length(1)
        await expectAcceptedFile(file)
      }
    },
  },
  {
    name: 'never deletes a file that the page has completed, when the rules have become stricter since',
    async check(harness) {
      const { rest, options } = setUp()
      const file = await uploadTo(rest)
      const body = bodyOf(file)
      await complete(options, file.uuid)
      const send = await harness.serve({ ...options, uploads: defineUploads({ avatar: { maxBytes: 10 } }) })
      expectDelivered(await send({ body }))
      await expectAcceptedFile(file)
    },
  },
  {
    name: 'counts the bytes of a file once when the webhook and the page complete it in parallel',
    async check(harness) {
      const { rest, options } = setUp()
      const limiter = createByteLimiter(1000)
      const send = await harness.serve({ ...options, quota: { limiter } })
      const file = await uploadTo(rest, {}, { size: 900 })
      const body = bodyOf(file)
      await Promise.all([send({ body }), complete(options, file.uuid, { quota: { limiter } })])
      expectDelivered(await send({ body }))
      expect(limiter.consumed.get('ada')).to.equal(900)
      await expectAcceptedFile(file)
    },
  },
  {
    name: 'answers 503 while the file is not final, so that Uploadcare sends the webhook again',
    async check(harness) {
      const { rest, options } = setUp()
      const events: WebhookEvent[] = []
      const send = await harness.serve({ ...options, onEvent: (event) => events.push(event) })
      const file = await uploadTo(rest, {}, { detectedType: null })
      const body = bodyOf(file)
      expectErrorForm(await send({ body }), 503, 'ERR_COMPLETION_PENDING')
      file.detectedType = 'image/png'
      rest.intercept = () => new Response('', { status: 503, headers: { 'retry-after': '60' } })
      expectErrorForm(await send({ body }), 503, 'ERR_COMPLETION_PENDING')
      rest.intercept = undefined
      expect(events).to.deep.equal([])
      expectDelivered(await send({ body }))
      expect(events).to.have.length(1)
    },
  },
  {
    name: 'answers 503 when onUploaded fails, and passes the error to onError once',
    async check(harness) {
      const { rest, options } = setUp()
      const boom = new Error('password of the database')
      const errors: unknown[] = []
      const uploads = defineUploads({ avatar: { onUploaded: () => Promise.reject(boom) } })
      const send = await harness.serve({ ...options, uploads, onError: (error) => errors.push(error) })
      const answer = await send({ body: bodyOf(await uploadTo(rest)) })
      expectErrorForm(answer, 503, 'ERR_COMPLETION_PENDING')
      expect(answer.text).not.to.include('password')
      expect(errors).to.deep.equal([boom])
    },
  },
  {
    name: 'answers 204 for a file that was deleted before the webhook arrived',
    async check(harness) {
      const { rest, options } = setUp()
      const events: WebhookEvent[] = []
      const send = await harness.serve({ ...options, onEvent: (event) => events.push(event) })
      const file = await uploadTo(rest, {}, { removedAt: new Date(NOW_MS).toISOString() })
      expectDelivered(await send({ body: bodyOf(file) }))
      expect(events[0]?.upload).to.include({ status: 'rejected', code: 'ERR_FILE_NOT_FOUND' })
    },
  },
  ...MISTAKES.map(([rule, options, message]): WebhookRule => ({
    name: `rejects ${rule}`,
    async check(harness) {
      const quota = { limiter: createByteLimiter(1) }
      const given = { ...setUp().options, quota, ...options } as Partial<WebhookHandlerOptions<unknown[]>>
      const error = await harness.serve(given).then(
        () => undefined,
        (error: unknown) => error,
      )
      expect(error).to.be.an.instanceOf(TypeError)
      expect((error as TypeError).message).to.include(message)
    },
  })),
]

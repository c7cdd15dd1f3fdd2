import { generateUploadAcceptance } from '@secure-uploading/core'
import type { UploadDenied } from '@secure-uploading/server'
import { expect } from 'chai'
import { PUBLIC_KEY } from '../../harness.js'
import type { DoubleFile } from '../rest-double.js'
import {
  defineUploads,
  NOW_MS,
  type ReceiptInput,
  type UploadsHarness,
  type UploadsRule,
} from '../uploads-harness.js'
import { copyOf, expectAcceptedFile, expectUndescribed } from './expect-file.js'

/** Completes a file, and checks that it is refused for its receipt and left alone. */
async function expectLeftAlone(
  harness: UploadsHarness,
  file: DoubleFile,
  { user = 'ada', route = 'avatar' }: { user?: string; route?: string } = {},
): Promise<void> {
  const denied: UploadDenied[] = []
  const { complete } = await harness.serve({
    uploads: defineUploads({
      // Each file of these rules would break them.
      avatar: { accept: ['application/pdf'], maxBytes: 10, maxFiles: 1 },
      banner: { accept: ['application/pdf'], maxBytes: 10 },
    }),
    onDeny: (event) => denied.push(event),
  })
  const before = copyOf(file)
  harness.rest.requests.length = 0
  const [result] = await complete([file.uuid], { user, route })
  expectUndescribed(result, 'ERR_RECEIPT_INVALID', file)
  expect(file).to.deep.equal(before)
  expect(harness.rest.requests).to.deep.equal([`GET /files/${file.uuid}/`])
  expect(denied).to.have.length(1)
  expect(denied[0]).to.include({
    reason: 'file-rejected',
    status: 200,
    uuid: file.uuid,
    subject: user,
    route,
  })
  expect(JSON.stringify(denied)).not.to.match(/ur1\.|ua1\./)
  expect(denied[0])
    .to.have.property('hint')
    .that.matches(/^The .+\.$/)
}

const RECEIPTS: readonly (readonly [what: string, receipt: ReceiptInput])[] = [
  ['another user', { subject: 'grace' }],
  ['another route', { route: 'banner' }],
  ['no route', { route: undefined }],
  ['another project', { publicKey: 'otherpublickey' }],
  ['another secret', { secret: 'secret of eve' }],
  ['an earlier time, expired before the upload ended', { issuedMs: NOW_MS - 61_000 }],
  ['a time after the upload', { issuedMs: NOW_MS + 60_000 }],
]

export const receiptRules: readonly UploadsRule[] = [
  ...RECEIPTS.map(([what, receipt]): UploadsRule => ({
    name: `leaves a file alone whose receipt is of ${what}: not stored, not deleted, not described`,
    check: async (harness) => expectLeftAlone(harness, await harness.upload(receipt)),
  })),
  {
    name: 'leaves a file alone that has no receipt, or a forged one',
    async check(harness) {
      const genuine = (await harness.upload()).metadata['uploadReceipt'] ?? ''
      const [version, payload = '', mac] = genuine.split('.')
      const raised = btoa(atob(payload).replace('"ada"', '"eve"')).replaceAll('=', '')
      for (const uploadReceipt of [
        undefined,
        '',
        'ada',
        `${version}.${payload}.`,
        `${version}.${raised}.${mac}`,
      ]) {
        const metadata = uploadReceipt === undefined ? {} : { uploadReceipt }
        await expectLeftAlone(harness, harness.rest.add({ metadata }))
        await expectLeftAlone(harness, harness.rest.add({ metadata }), { user: 'eve' })
      }
    },
  },
  {
    name: 'leaves the accepted file of another user alone, whatever the rules are',
    async check(harness) {
      const { complete } = await harness.serve()
      const file = await harness.upload()
      expect(await complete([file.uuid])).to.have.nested.property('0.status', 'accepted')
      await expectLeftAlone(harness, file, { user: 'eve' })
      await expectLeftAlone(harness, file, { user: 'ada', route: 'banner' })
      await expectAcceptedFile(file)
    },
  },
  {
    name: 'leaves the file of another user alone that is not accepted yet, also when it breaks the rules',
    check: async (harness) =>
      expectLeftAlone(harness, await harness.upload({}, { size: 5000 }), { user: 'eve' }),
  },
  {
    name: 'leaves a file alone to which an attacker copied the receipt of another user',
    async check(harness) {
      const { metadata } = await harness.upload()
      await expectLeftAlone(harness, harness.rest.add({ metadata: { ...metadata } }), { user: 'eve' })
    },
  },
  {
    name: 'leaves a file alone to which the record of an accepted file was copied',
    async check(harness) {
      const { complete } = await harness.serve()
      const file = await harness.upload()
      await complete([file.uuid])
      await expectLeftAlone(harness, harness.rest.add({ metadata: { ...file.metadata } }))
      await expectLeftAlone(harness, harness.rest.add({ metadata: { ...file.metadata } }), { user: 'eve' })
    },
  },
  {
    name: 'answers 500 to a completion when the secret function returns the public key, sends no request, and passes the reason to onError',
    async check(harness) {
      const errors: unknown[] = []
      const { send } = await harness.serve({
        receipts: { secret: () => PUBLIC_KEY },
        onError: (error) => errors.push(error),
      })
      // Anyone could have generated this record.
      const file = harness.rest.add()
      file.metadata['uploadReceipt'] = await generateUploadAcceptance(PUBLIC_KEY, {
        uuid: file.uuid,
        subject: 'ada',
        route: 'avatar',
      })
      const answer = await send({ body: { completed: [file.uuid] } })
      expect([answer.status, harness.rest.requests]).to.deep.equal([500, []])
      expect(errors.map(String)).to.have.length(1)
      expect(String(errors[0])).to.include('"secret" is the same as "publicKey"')
    },
  },
  {
    name: 'takes the receipt of an accepted file out of public view, so that it cannot be copied',
    async check(harness) {
      const { complete } = await harness.serve()
      const file = await harness.upload()
      const receipt = file.metadata['uploadReceipt']
      await complete([file.uuid])
      expect(Object.values(file.metadata)).not.to.include(receipt)
    },
  },
  ...(
    [
      ['differs from', { album: 'a2' }],
      ['lacks a key of', {}],
      ['has one more key than', { album: 'a1', role: 'admin' }],
    ] as const
  ).map(([what, metadata]): UploadsRule => ({
    name: `leaves a file alone whose metadata ${what} the signed metadata`,
    async check(harness) {
      const file = await harness.upload({ metadata: { album: 'a1' } }, { metadata: { ...metadata } })
      await expectLeftAlone(harness, file)
    },
  })),
  {
    name: 'accepts signed metadata of any script, and with line breaks as forms send them',
    async check(harness) {
      const { complete } = await harness.serve()
      const file = await harness.upload(
        { metadata: { album: 'Prüfung\n写真 📁\r', note: 'a\r\nb' } },
        { metadata: { note: 'a\r\nb', album: 'Prüfung\r\n写真 📁\r\n' } },
      )
      expect(await complete([file.uuid])).to.have.nested.property('0.status', 'accepted')
    },
  },
  {
    name: 'does not accept metadata from the sender when the route signed none',
    async check(harness) {
      const uploads = defineUploads({ avatar: { metadata: () => ({}) } })
      const { complete } = await harness.serve({ uploads })
      const forged = await harness.upload({}, { metadata: { role: 'admin' } })
      expectUndescribed((await complete([forged.uuid]))[0], 'ERR_RECEIPT_INVALID', forged)
      expect([forged.storedAt, forged.removedAt]).to.deep.equal([null, null])
      const { uuid } = await harness.upload()
      expect(await complete([uuid])).to.have.nested.property('0.status', 'accepted')
    },
  },
  {
    name: 'accepts a receipt until the moment it expires, and one of an older secret',
    async check(harness) {
      const { complete } = await harness.serve({
        receipts: { secret: ['a new secret', 'a secret of the backend'] },
      })
      const { uuid } = await harness.upload({ issuedMs: NOW_MS - 60_000 })
      expect(await complete([uuid])).to.have.nested.property('0.status', 'accepted')
      expect(await complete([uuid])).to.have.nested.property('0.status', 'accepted')
    },
  },
  {
    name: 'verifies a receipt at the time of the upload, however late the file is completed',
    async check(harness) {
      const { complete } = await harness.serve({ now: () => NOW_MS + 30 * 86_400_000 })
      const { uuid } = await harness.upload()
      expect(await complete([uuid])).to.have.nested.property('0.status', 'accepted')
    },
  },
]

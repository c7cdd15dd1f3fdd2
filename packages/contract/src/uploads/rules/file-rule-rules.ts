import { expect } from 'chai'
import { ACCEPT_TABLE } from '../accept-table.js'
import { TOO_LARGE_TABLE } from '../too-large-table.js'
import type { DoubleFile } from '../rest-double.js'
import { defineUploads, type UploadsRule } from '../uploads-harness.js'
import { copyOf, expectAcceptedFile, expectRejected } from './expect-file.js'

const LIES: readonly (readonly [what: string, file: Partial<DoubleFile>])[] = [
  ['an HTML page that claims to be a PNG', { detectedType: 'text/html', claimedType: 'image/png' }],
  ['a program named like a PNG', { detectedType: 'application/x-dosexec', name: 'cat.png' }],
  ['an SVG where image/* is accepted', { detectedType: 'image/svg+xml' }],
  ['a file of an unknown type', { detectedType: 'application/octet-stream' }],
]

export const fileRuleRules: readonly UploadsRule[] = [
  ...LIES.map(([what, properties]): UploadsRule => ({
    name: `deletes ${what}`,
    async check(harness) {
      const { complete } = await harness.serve()
      const file = await harness.upload({}, properties)
      expectRejected((await complete([file.uuid]))[0], 'ERR_FILE_TYPE')
      expect(file.storedAt).to.equal(null)
      expect(file.removedAt).to.be.a('string')
    },
  })),
  {
    name: 'accepts the types that the client accepts',
    async check(harness) {
      for (const [accept, detectedType, isAccepted] of ACCEPT_TABLE) {
        const { complete } = await harness.serve({ uploads: defineUploads({ avatar: { accept } }) })
        const { uuid } = await harness.upload({}, { detectedType })
        const [result] = await complete([uuid])
        expect(result?.status, `${detectedType} for ${accept.join()}`).to.equal(
          isAccepted ? 'accepted' : 'rejected',
        )
      }
    },
  },
  {
    name: 'goes by the detected type: a PNG that claims to be a PDF is an image and no PDF',
    async check(harness) {
      const uploads = defineUploads({
        avatar: { accept: ['image/png'] },
        papers: { accept: ['application/pdf'] },
      })
      const { complete } = await harness.serve({ uploads })
      const lie = { claimedType: 'application/pdf', name: 'paper.pdf' }
      const image = await harness.upload({}, lie)
      expect(await complete([image.uuid])).to.have.nested.property('0.status', 'accepted')
      const paper = await harness.upload({ route: 'papers' }, lie)
      expectRejected((await complete([paper.uuid], { route: 'papers' }))[0], 'ERR_FILE_TYPE')
    },
  },
  {
    name: 'accepts a file of exactly maxBytes, and deletes one that is larger, whatever size was announced',
    async check(harness) {
      const { complete } = await harness.serve()
      const exact = await harness.upload({}, { size: 1000 })
      const grown = await harness.upload({}, { size: 1001 })
      const [accepted, rejected] = await complete([exact.uuid, grown.uuid])
      expect(accepted).to.include({ status: 'accepted' })
      expectRejected(rejected, 'ERR_FILE_TOO_LARGE')
      expect(grown.removedAt).to.be.a('string')
      await expectAcceptedFile(exact)
    },
  },
  {
    name: 'says in units that people read, like the client, that a file is too large',
    async check(harness) {
      for (const [size, maxBytes, message] of TOO_LARGE_TABLE) {
        const { complete } = await harness.serve({ uploads: defineUploads({ avatar: { maxBytes } }) })
        const { uuid } = await harness.upload({}, { size })
        const code = 'ERR_FILE_TOO_LARGE'
        expect(await complete([uuid])).to.deep.equal([{ uuid, status: 'rejected', code, message }])
      }
    },
  },
  {
    name: 'checks the size before the type',
    async check(harness) {
      const { complete } = await harness.serve()
      const { uuid } = await harness.upload({}, { size: 5000, detectedType: 'text/html' })
      expectRejected((await complete([uuid]))[0], 'ERR_FILE_TOO_LARGE')
    },
  },
  {
    name: 'accepts an SVG where it is named',
    async check(harness) {
      const { complete } = await harness.serve({
        uploads: defineUploads({ avatar: { accept: ['image/svg+xml'] } }),
      })
      const { uuid } = await harness.upload({}, { detectedType: 'image/svg+xml' })
      expect(await complete([uuid])).to.have.nested.property('0.status', 'accepted')
    },
  },
  {
    name: 'never deletes or rejects an accepted file, when the rules have become stricter since',
    async check(harness) {
      const file = await harness.upload()
      await (await harness.serve()).complete([file.uuid])
      const before = copyOf(file)
      const stricter = await harness.serve({
        uploads: defineUploads({ avatar: { maxBytes: 10, accept: ['application/pdf'], maxFiles: 1 } }),
      })
      expect(await stricter.complete([file.uuid])).to.deep.equal([{ uuid: file.uuid, status: 'accepted' }])
      expect(file).to.deep.equal(before)
    },
  },
  {
    name: 'looks at a file once more before it deletes it, and keeps it if another request has accepted it',
    async check(harness) {
      const file = await harness.upload()
      const earlier = await harness.serve()
      const stricter = await harness.serve({ uploads: defineUploads({ avatar: { maxBytes: 10 } }) })
      // The other request comes between the look-up and the deletion.
      let lookUps = 0
      harness.rest.intercept = (request) => {
        if (!request.startsWith('GET ') || ++lookUps !== 2) return undefined
        harness.rest.intercept = undefined
        return earlier
          .complete([file.uuid])
          .then(() => harness.rest.fetch(`https://rest/files/${file.uuid}/`, INSPECT))
      }
      expect(await stricter.complete([file.uuid])).to.deep.equal([{ uuid: file.uuid, status: 'accepted' }])
      await expectAcceptedFile(file)
    },
  },
  {
    name: 'deletes nothing but the files that break a rule',
    async check(harness) {
      const { complete } = await harness.serve()
      const good = await harness.upload()
      const large = await harness.upload({}, { size: 5000 })
      const foreign = await harness.upload({ subject: 'grace' }, { size: 5000 })
      const without = harness.rest.add({ size: 5000 })
      const results = await complete([good, large, foreign, without].map(({ uuid }) => uuid))
      expect(results.map((result) => ('code' in result ? result.code : result.status))).to.deep.equal([
        'accepted',
        'ERR_FILE_TOO_LARGE',
        'ERR_RECEIPT_INVALID',
        'ERR_RECEIPT_INVALID',
      ])
      const removed = [...harness.rest.files.values()].filter(({ removedAt }) => removedAt !== null)
      expect(removed).to.deep.equal([large])
      expect([foreign.storedAt, without.storedAt]).to.deep.equal([null, null])
    },
  },
]

const INSPECT = {
  headers: {
    Accept: 'application/vnd.uploadcare-v0.7+json',
    Authorization: 'Uploadcare.Simple demopublickey:demosecretkey',
  },
}

import type { FileResult } from '@secure-uploading/server'
import { expect } from 'chai'
import { createByteLimiter, createJsonStore } from '../stores.js'
import { defineUploads, type UploadsRule } from '../uploads-harness.js'
import { expectAcceptedFile, expectRejected } from './expect-file.js'

const twoFiles = () => defineUploads({ avatar: { maxFiles: 2 } })
const codesOf = (results: readonly FileResult[]) =>
  results.map((result) => ('code' in result ? result.code : result.status))

export const countRules: readonly UploadsRule[] = [
  {
    name: 'deletes the files of a token that exceed maxFiles, in the order of the names',
    async check(harness) {
      const { complete } = await harness.serve({ uploads: twoFiles() })
      const files = await Promise.all(Array.from({ length: 4 }, () => harness.upload()))
      const results = await complete(files.map(({ uuid }) => uuid))
      expect(codesOf(results)).to.deep.equal([
        'accepted',
        'accepted',
        'ERR_TOO_MANY_FILES',
        'ERR_TOO_MANY_FILES',
      ])
      expectRejected(results[2], 'ERR_TOO_MANY_FILES')
      expect(files.map(({ removedAt }) => removedAt !== null)).to.deep.equal([false, false, true, true])
    },
  },
  {
    name: 'counts the files of each token separately, and not the files that are rejected or not the user’s',
    async check(harness) {
      const { complete } = await harness.serve({
        uploads: defineUploads({ avatar: { maxFiles: 1, maxBytes: 1000 } }),
      })
      const files = [
        await harness.upload({ subject: 'grace' }),
        await harness.upload({}, { size: 5000 }),
        await harness.upload({ tokenId: 'token-1' }),
        await harness.upload({ tokenId: 'token-2' }),
        await harness.upload({ tokenId: 'token-2' }),
      ]
      expect(codesOf(await complete(files.map(({ uuid }) => uuid)))).to.deep.equal([
        'ERR_RECEIPT_INVALID',
        'ERR_FILE_TOO_LARGE',
        'accepted',
        'accepted',
        'ERR_TOO_MANY_FILES',
      ])
    },
  },
  {
    name: 'counts the files of a token across completions with a store of results, each file once',
    async check(harness) {
      const results = createJsonStore()
      const { complete } = await harness.serve({ uploads: twoFiles(), results })
      const [a, b, c] = [await harness.upload(), await harness.upload(), await harness.upload()]
      expect(codesOf(await complete([a.uuid]))).to.deep.equal(['accepted'])
      expect(codesOf(await complete([a.uuid, b.uuid]))).to.deep.equal(['accepted', 'accepted'])
      expect(codesOf(await complete([c.uuid, a.uuid]))).to.deep.equal(['ERR_TOO_MANY_FILES', 'accepted'])
      await expectAcceptedFile(a)
      expect(c.removedAt).to.be.a('string')
    },
  },
  {
    name: 'does not accept a file while it is deleted for the number of files',
    async check(harness) {
      const { complete } = await harness.serve({ uploads: defineUploads({ avatar: { maxFiles: 1 } }) })
      const first = await harness.upload()
      const second = await harness.upload()
      let meanwhile: readonly FileResult[] = []
      harness.rest.intercept = (request) => {
        if (!request.startsWith('DELETE')) return undefined
        harness.rest.intercept = undefined
        return complete([second.uuid]).then((results) => {
          meanwhile = results
          return new Response('', { status: 503, headers: { 'retry-after': '0' } })
        })
      }
      const results = await complete([first.uuid, second.uuid])
      expect(codesOf(meanwhile)).to.deep.equal(['processing'])
      expect(codesOf(results)).to.deep.equal(['accepted', 'ERR_TOO_MANY_FILES'])
      expect([second.storedAt, second.removedAt !== null]).to.deep.equal([null, true])
    },
  },
  {
    name: 'never rejects an accepted file for the number of files',
    async check(harness) {
      const { complete } = await harness.serve({ uploads: twoFiles() })
      const files = [await harness.upload(), await harness.upload(), await harness.upload()]
      for (const { uuid } of files) await complete([uuid])
      expect(codesOf(await complete(files.map(({ uuid }) => uuid)))).to.deep.equal([
        'accepted',
        'accepted',
        'accepted',
      ])
    },
  },
  {
    name: 'takes no place of maxFiles for a file that the quota refuses, or cannot count',
    async check(harness) {
      for (const results of [undefined, createJsonStore()]) {
        const limiter = createByteLimiter(1000)
        let isDown = false
        const { complete } = await harness.serve({
          uploads: defineUploads({ avatar: { maxFiles: 2 } }),
          quota: {
            limiter: {
              ...limiter,
              consume: (...args) => (isDown ? Promise.reject(new Error('down')) : limiter.consume(...args)),
            },
          },
          results,
        })
        const [a, b, c, d] = [
          await harness.upload({}, { size: 900 }),
          await harness.upload({}, { size: 500 }),
          await harness.upload({}, { size: 100 }),
          await harness.upload({}, { size: 1 }),
        ]
        isDown = true
        expect(await complete([d.uuid])).to.have.nested.property('0.status', 'failed')
        isDown = false
        const all = await complete([a.uuid, b.uuid, c.uuid])
        expect(codesOf(all)).to.deep.equal(['accepted', 'ERR_QUOTA_EXCEEDED', 'accepted'])
        if (results) expectRejected((await complete([d.uuid]))[0], 'ERR_TOO_MANY_FILES')
      }
    },
  },
]

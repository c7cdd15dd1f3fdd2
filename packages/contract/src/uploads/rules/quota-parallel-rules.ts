import { expect } from 'chai'
import { createByteLimiter, createJsonStore } from '../stores.js'
import { defineUploads, type UploadsRule } from '../uploads-harness.js'
import { expectAcceptedFile } from './expect-file.js'

const uploads = () => defineUploads({ avatar: {} })

/** The rules of a quota for requests that complete the same file at the same time. */
export const quotaParallelRules: readonly UploadsRule[] = [
  {
    name: 'counts a file once whose look-up was answered before another request recorded its acceptance',
    async check(harness) {
      for (const results of [undefined, createJsonStore()]) {
        const limiter = createByteLimiter(1000)
        const { complete } = await harness.serve({ uploads: uploads(), quota: { limiter }, results })
        const { uuid, size, metadata, name, uploadedAt } = await harness.upload()
        const before = {
          ...{ uuid, size, metadata, original_filename: name, is_ready: true, datetime_uploaded: uploadedAt },
          content_info: { mime: { mime: 'image/png' } },
        }
        await complete([uuid])
        harness.rest.intercept = (request) => (request.startsWith('GET') ? Response.json(before) : undefined)
        expect(await complete([uuid])).not.to.have.nested.property('0.status', 'rejected')
        harness.rest.intercept = undefined
        expect(await complete([uuid])).to.have.nested.property('0.status', 'accepted')
        expect(limiter.consumed.get('ada')).to.equal(100)
      }
    },
  },
  {
    name: 'counts a file once when it is completed in parallel, and never deletes it',
    async check(harness) {
      const limiter = createByteLimiter(1000)
      const { complete } = await harness.serve({ uploads: uploads(), quota: { limiter } })
      const file = await harness.upload({}, { size: 900 })
      const all = await Promise.all(Array.from({ length: 5 }, () => complete([file.uuid])))
      expect(all.flat().map(({ status }) => status))
        .to.include('accepted')
        .and.not.include('rejected')
      expect(await complete([file.uuid])).to.have.nested.property('0.status', 'accepted')
      expect(limiter.consumed.get('ada')).to.equal(900)
      await expectAcceptedFile(file)
    },
  },
]

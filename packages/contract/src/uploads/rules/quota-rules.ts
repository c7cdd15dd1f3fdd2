import { expect } from 'chai'
import { createByteLimiter, createJsonStore, rejectWith } from '../stores.js'
import { defineUploads, type UploadsRule } from '../uploads-harness.js'
import { expectAcceptedFile, expectRejected } from './expect-file.js'
import { quotaParallelRules } from './quota-parallel-rules.js'

const uploads = () => defineUploads({ avatar: {} })

export const quotaRules: readonly UploadsRule[] = [
  {
    name: 'counts the bytes of a file for its subject before it records the acceptance',
    async check(harness) {
      const limiter = createByteLimiter(1000)
      const order: string[] = []
      const { complete } = await harness.serve({
        uploads: uploads(),
        quota: {
          limiter: {
            ...limiter,
            consume: (...args) => {
              order.push(...harness.rest.requests.map((request) => request.split(' ', 1).join('')))
              return limiter.consume(...args)
            },
          },
        },
      })
      const { uuid } = await harness.upload({}, { size: 700 })
      await complete([uuid])
      expect(order).to.deep.equal(['GET'])
      expect(limiter.calls).to.deep.equal(['consume ada 700'])
    },
  },
  {
    name: 'deletes a file that exceeds the quota, and returns its bytes',
    async check(harness) {
      const limiter = createByteLimiter(1000)
      const { complete } = await harness.serve({ uploads: uploads(), quota: { limiter } })
      const first = await harness.upload({}, { size: 700 })
      const second = await harness.upload({}, { size: 301 })
      const third = await harness.upload({}, { size: 300 })
      await complete([first.uuid])
      expectRejected((await complete([second.uuid]))[0], 'ERR_QUOTA_EXCEEDED')
      expect(second.removedAt).to.be.a('string')
      expect(second.storedAt).to.equal(null)
      expect(await complete([third.uuid])).to.have.nested.property('0.status', 'accepted')
      expect(limiter.consumed.get('ada')).to.equal(1000)
    },
  },
  {
    name: 'does not count a file again that has an acceptance record, and never deletes it for the quota',
    async check(harness) {
      const limiter = createByteLimiter(1000)
      const { complete } = await harness.serve({ uploads: uploads(), quota: { limiter } })
      const file = await harness.upload({}, { size: 1000 })
      for (let time = 0; time < 3; time++) await complete([file.uuid])
      expect(limiter.calls).to.deep.equal(['consume ada 1000'])
      await expectAcceptedFile(file)
    },
  },
  {
    name: 'returns the bytes when the acceptance cannot be recorded',
    async check(harness) {
      const limiter = createByteLimiter(1000)
      for (const results of [undefined, createJsonStore()]) {
        const { complete } = await harness.serve({
          uploads: uploads(),
          quota: { limiter },
          ...(results === undefined ? {} : { results }),
        })
        const file = await harness.upload({}, { size: 900 })
        const headers = { 'retry-after': '60' }
        harness.rest.intercept = (request) =>
          request.includes('/metadata/') ? new Response('', { status: 503, headers }) : undefined
        expect(await complete([file.uuid])).to.have.nested.property('0.status', 'processing')
        expect(limiter.consumed.get('ada')).to.equal(0)
        harness.rest.intercept = undefined
        expect(await complete([file.uuid])).to.have.nested.property('0.status', 'accepted')
        expect(limiter.consumed.get('ada')).to.equal(900)
        limiter.consumed.clear()
      }
    },
  },
  {
    name: 'counts a file once with a store of results, when the process ended before it was recorded',
    async check(harness) {
      const limiter = createByteLimiter(1000)
      const results = createJsonStore()
      const options = { uploads: uploads(), quota: { limiter }, results }
      const { uuid } = await harness.upload({}, { size: 900 })
      // The record is never answered and nothing is cleaned up, as when a process ends.
      const ended = await harness.serve({ ...options, uploads: uploads(), timeLimitMs: 60 })
      harness.rest.intercept = (request) => {
        return request.includes('/metadata/') ? new Promise<Response>(() => undefined) : undefined
      }
      limiter.reward = () => new Promise(() => undefined)
      const clean = { ...results }
      results.set = (key, value) => (value === false ? undefined : clean.set(key, value))
      while (limiter.calls.length === 0) await ended.complete([uuid])
      harness.rest.intercept = undefined
      const { complete } = await harness.serve(options)
      expect(await complete([uuid])).to.have.nested.property('0.status', 'accepted')
      expect(limiter.consumed.get('ada')).to.equal(900)
    },
  },
  {
    name: 'returns no bytes that the limiter refused without counting them',
    async check(harness) {
      const limiter = createByteLimiter(1000)
      const { complete } = await harness.serve({
        uploads: uploads(),
        // rate-limiter-flexible with "inMemoryBlockOnConsumed" refuses like this.
        quota: {
          limiter: { ...limiter, consume: () => rejectWith({ msBeforeNext: 1000, consumedPoints: 0 }) },
        },
      })
      const { uuid } = await harness.upload({}, { size: 700 })
      expectRejected((await complete([uuid]))[0], 'ERR_QUOTA_EXCEEDED')
      expect(limiter.calls).to.deep.equal([])
    },
  },
  {
    name: 'returns the bytes when the store of results cannot keep that they are counted',
    async check(harness) {
      const limiter = createByteLimiter(1000)
      const results = createJsonStore()
      const { complete } = await harness.serve({
        uploads: uploads(),
        quota: { limiter },
        results: { ...results, set: () => Promise.reject(new Error('the store is full')) },
        onError: () => undefined,
      })
      const { uuid } = await harness.upload({}, { size: 900 })
      expect(await complete([uuid])).to.have.nested.property('0.status', 'failed')
      expect(limiter.consumed.get('ada')).to.equal(0)
    },
  },
  {
    name: 'counts a file whose record was written but not answered, with a store of results',
    async check(harness) {
      const limiter = createByteLimiter(1000)
      const options = { quota: { limiter }, results: createJsonStore() }
      const { uuid } = await harness.upload({}, { size: 900 })
      const interrupted = await harness.serve({ ...options, uploads: uploads(), timeLimitMs: 60 })
      harness.rest.intercept = (request) =>
        request.includes('/metadata/') ? new Promise<Response>(() => undefined) : undefined
      while (limiter.calls.length === 0) await interrupted.complete([uuid])
      harness.rest.intercept = undefined
      // Writes the same record, and counts nothing.
      const unlimited = await harness.serve({ uploads: uploads() })
      await unlimited.complete([uuid])
      const { complete } = await harness.serve({ ...options, uploads: uploads() })
      expect(await complete([uuid])).to.have.nested.property('0.status', 'accepted')
      expect(limiter.consumed.get('ada')).to.equal(900)
    },
  },
  {
    name: 'answers after the bytes of a file that is not accepted are returned',
    async check(harness) {
      const limiter = createByteLimiter(1000)
      let isReturned = false
      const { complete } = await harness.serve({
        uploads: uploads(),
        quota: {
          limiter: {
            ...limiter,
            reward: async () => {
              // A store in another process answers in a later turn of the event loop.
              await new Promise((resolve) => setTimeout(resolve))
              isReturned = true
            },
          },
        },
      })
      const { uuid } = await harness.upload({}, { size: 900 })
      harness.rest.intercept = (request) =>
        request.includes('/metadata/') ? new Response('', { status: 404 }) : undefined
      expectRejected((await complete([uuid]))[0], 'ERR_FILE_NOT_FOUND')
      expect(isReturned).to.equal(true)
    },
  },
  {
    name: 'keeps a file while the limiter is down, and accepts it later',
    async check(harness) {
      const limiter = createByteLimiter(1000)
      const down = new Error('the store is unavailable')
      const errors: unknown[] = []
      let isDown = true
      const { complete } = await harness.serve({
        uploads: uploads(),
        quota: {
          limiter: {
            ...limiter,
            consume: (...args) => (isDown ? Promise.reject(down) : limiter.consume(...args)),
          },
        },
        onError: (error) => errors.push(error),
      })
      const file = await harness.upload()
      const [result] = await complete([file.uuid])
      expect(result).to.include({ status: 'failed', code: 'ERR_INTERNAL' })
      expect(result).to.have.property('retryAfter').that.is.greaterThan(0)
      expect(errors).to.deep.equal([down])
      expect([file.storedAt, file.removedAt]).to.deep.equal([null, null])
      isDown = false
      expect(await complete([file.uuid])).to.have.nested.property('0.status', 'accepted')
    },
  },
  {
    name: 'keeps a file when the limiter rejects with anything but a count, and passes the reason to onError',
    async check(harness) {
      for (const reason of [{}, { msBeforeNext: '5' }, { msBeforeNext: Number.NaN }, { consumedPoints: 1 }]) {
        const errors: unknown[] = []
        const limiter = { consume: () => rejectWith(reason), reward: () => Promise.resolve() }
        const { complete } = await harness.serve({
          quota: { limiter },
          onError: (error) => errors.push(error),
        })
        const file = await harness.upload()
        expect(await complete([file.uuid])).to.have.nested.property('0.status', 'failed')
        expect([file.storedAt, file.removedAt]).to.deep.equal([null, null])
        expect(errors).to.deep.equal([reason])
      }
    },
  },
  ...quotaParallelRules,
]

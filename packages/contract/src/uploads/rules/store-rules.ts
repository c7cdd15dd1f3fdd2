import type { ResultStore } from '@secure-uploading/server'
import { expect } from 'chai'
import { createByteLimiter, createJsonStore } from '../stores.js'
import { defineUploads, type UploadsRule } from '../uploads-harness.js'
import { expectAcceptedFile } from './expect-file.js'

const never = () => new Promise<never>(() => undefined)

/** Stores that do not answer, as a client of Redis without a connection. */
const SILENT: readonly (readonly [calls: string, silence: Partial<ResultStore>])[] = [
  ['get', { get: never }],
  ['set', { set: never }],
  ['get and set', { get: never, set: never }],
]

export const storeRules: readonly UploadsRule[] = [
  ...SILENT.map(([calls, silence]): UploadsRule => ({
    name: `accepts files although ${calls} of the store of results never settles, and passes that to onError`,
    async check(harness) {
      const errors: unknown[] = []
      const { complete } = await harness.serve({
        results: { ...createJsonStore(), ...silence },
        timeLimitMs: 800,
        onError: (error) => errors.push(error),
      })
      const files = await Promise.all(Array.from({ length: 20 }, () => harness.upload()))
      const results = await complete(files.map(({ uuid }) => uuid))
      expect(new Set(results.map(({ status }) => status))).to.deep.equal(new Set(['accepted']))
      for (const file of files) await expectAcceptedFile(file)
      expect(errors.length).to.be.greaterThan(0)
      for (const error of errors) expect(String(error)).to.include('"results" did not answer within 200 ms')
    },
  })),
  {
    name: 'keeps a file that cannot be counted, because the store of results never settles',
    async check(harness) {
      const silent = { ...createJsonStore(), get: never }
      for (const options of [
        { uploads: defineUploads({ avatar: { maxFiles: 2 } }) },
        { quota: { limiter: createByteLimiter(1000) } },
      ]) {
        const errors: unknown[] = []
        const onError = (error: unknown) => errors.push(error)
        const { complete } = await harness.serve({ ...options, results: silent, timeLimitMs: 400, onError })
        const file = await harness.upload()
        expect((await complete([file.uuid]))[0]).to.include({ status: 'failed', code: 'ERR_INTERNAL' })
        expect([file.storedAt, file.removedAt]).to.deep.equal([null, null])
        expect(String(errors[0])).to.include('"results" did not answer')
        const working = await harness.serve({ ...options, results: createJsonStore() })
        expect(await working.complete([file.uuid])).to.have.nested.property('0.status', 'accepted')
      }
    },
  },
  {
    name: 'keeps a file while the quota’s limiter never settles, and returns what it consumes later',
    async check(harness) {
      const limiter = createByteLimiter(1000)
      const errors: unknown[] = []
      let connect = (): void => undefined
      const connected = new Promise<void>((resolve) => (connect = resolve))
      const slow = { ...limiter, consume: () => connected.then(() => limiter.consume('ada', 100)) }
      const { complete } = await harness.serve({
        quota: { limiter: slow },
        timeLimitMs: 400,
        onError: (error) => errors.push(error),
      })
      const file = await harness.upload()
      expect((await complete([file.uuid]))[0]).to.include({ status: 'failed', code: 'ERR_INTERNAL' })
      expect(errors.map(String)).to.have.length(1)
      expect(String(errors[0])).to.include('"quota.limiter" did not answer within 100 ms')
      expect([file.storedAt, file.removedAt]).to.deep.equal([null, null])
      connect()
      await new Promise((resolve) => setTimeout(resolve))
      expect(limiter.calls).to.deep.equal(['consume ada 100', 'reward ada 100'])
    },
  },
]

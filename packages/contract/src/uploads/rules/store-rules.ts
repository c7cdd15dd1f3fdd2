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
    name: 'keeps a file that cannot be counted, because the store of results fails without an error or keeps text',
    async check(harness) {
      const texts = new Map<string, string>()
      const unfit: readonly (readonly [store: ResultStore, message: string])[] = [
        // Keyv emits the error of its store.
        [{ get: () => undefined, set: () => Promise.resolve(false) }, 'did not keep a value'],
        // A client of Redis converts values to text.
        [
          { get: (key) => texts.get(key), set: (key, value) => texts.set(key, String(value)) },
          'Pass a store that keeps JSON',
        ],
      ]
      for (const [results, message] of unfit) {
        const errors: unknown[] = []
        const { complete } = await harness.serve({
          uploads: defineUploads({ avatar: { maxFiles: 1 } }),
          results,
          onError: (error) => errors.push(error),
        })
        const files = [await harness.upload(), await harness.upload()]
        const answers = [await complete([files[0]?.uuid ?? '']), await complete([files[1]?.uuid ?? ''])]
        expect(answers[1]?.[0]).to.include({ status: 'failed', code: 'ERR_INTERNAL' })
        expect([files[1]?.storedAt, files[1]?.removedAt]).to.deep.equal([null, null])
        expect(errors.map(String).join('\n')).to.include(message)
      }
    },
  },
  {
    name: 'calls onUploaded again, and passes that to onError, when the store of results did not keep its data',
    async check(harness) {
      const errors: unknown[] = []
      let calls = 0
      const { complete } = await harness.serve({
        uploads: defineUploads({ avatar: { onUploaded: () => ({ call: ++calls }) } }),
        results: { get: () => undefined, set: () => Promise.resolve(false) },
        onError: (error) => errors.push(error),
      })
      const { uuid } = await harness.upload()
      for (const call of [1, 2]) {
        expect(await complete([uuid])).to.deep.equal([{ uuid, status: 'accepted', data: { call } }])
      }
      expect(errors).to.have.length(2)
    },
  },
  {
    name: 'accepts a store of results that returns the value that it keeps',
    async check(harness) {
      const limiter = createByteLimiter(1000)
      const errors: unknown[] = []
      const kept = new Map<string, unknown>()
      const { complete } = await harness.serve({
        quota: { limiter },
        results: { get: (key) => kept.get(key), set: (key, value) => kept.set(key, value).get(key) },
        onError: (error) => errors.push(error),
      })
      const { uuid } = await harness.upload()
      harness.rest.intercept = (request) =>
        request.includes('/metadata/') ? new Response('', { status: 404 }) : undefined
      expect(await complete([uuid])).to.have.nested.property('0.code', 'ERR_FILE_NOT_FOUND')
      expect([...kept.values()]).to.include(false)
      expect(errors).to.deep.equal([])
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

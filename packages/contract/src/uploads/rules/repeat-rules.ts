import { expect } from 'chai'
import { createJsonStore } from '../stores.js'
import { defineUploads, type UploadsRule } from '../uploads-harness.js'
import { copyOf, expectAcceptedFile, expectRejected, expectUndescribed } from './expect-file.js'

/** Uploads whose onUploaded counts its calls by file. */
function countingUploads() {
  const calls: string[] = []
  const uploads = defineUploads({
    avatar: {
      onUploaded({ file }) {
        calls.push(file.uuid)
        return { call: calls.length }
      },
    },
  })
  return { calls, uploads }
}

export const repeatRules: readonly UploadsRule[] = [
  {
    name: 'calls onUploaded again for a repeated completion, and writes nothing else',
    async check(harness) {
      const { calls, uploads } = countingUploads()
      const { complete } = await harness.serve({ uploads })
      const file = await harness.upload()
      await complete([file.uuid])
      const before = copyOf(file)
      harness.rest.requests.length = 0
      expect(await complete([file.uuid])).to.deep.equal([
        { uuid: file.uuid, status: 'accepted', data: { call: 2 } },
      ])
      expect(calls).to.have.length(2)
      expect(file).to.deep.equal(before)
      expect(harness.rest.requests).to.deep.equal([`GET /files/${file.uuid}/`])
    },
  },
  {
    name: 'calls onUploaded once per file with a store of results, and sends the kept data',
    async check(harness) {
      const { calls, uploads } = countingUploads()
      const { complete } = await harness.serve({ uploads, results: createJsonStore() })
      const [a, b] = [await harness.upload(), await harness.upload()]
      const first = await complete([a.uuid, b.uuid])
      expect(await complete([a.uuid, b.uuid])).to.deep.equal(first)
      expect(calls).to.have.length(2)
    },
  },
  {
    name: 'keeps that onUploaded returned nothing, and does not send kept data to another user',
    async check(harness) {
      let calls = 0
      const uploads = defineUploads({
        avatar: {
          onUploaded() {
            calls++
          },
        },
      })
      const results = createJsonStore()
      const { complete } = await harness.serve({ uploads, results })
      const { uuid } = await harness.upload()
      for (let time = 0; time < 2; time++) {
        expect(await complete([uuid])).to.deep.equal([{ uuid, status: 'accepted' }])
      }
      expect(calls).to.equal(1)
      const [result] = await complete([uuid], { user: 'eve' })
      expect(result).to.include({ status: 'rejected', code: 'ERR_RECEIPT_INVALID' })
    },
  },
  {
    name: 'answers why a file was deleted with a store of results, and only to its user, route and project',
    async check(harness) {
      const results = createJsonStore()
      const uploads = defineUploads({ avatar: { maxBytes: 1000 }, banner: { maxBytes: 1000 } })
      const { complete } = await harness.serve({ uploads, results })
      const { uuid } = await harness.upload({}, { size: 5000 })
      const first = await complete([uuid])
      expect(first).to.have.nested.property('0.code', 'ERR_FILE_TOO_LARGE')
      expect(await complete([uuid])).to.deep.equal(first)
      for (const input of [{ user: 'eve' }, { route: 'banner' }]) {
        expect(await complete([uuid], input)).to.have.nested.property('0.code', 'ERR_FILE_NOT_FOUND')
      }
      const without = await harness.serve({ uploads })
      expect(await without.complete([uuid])).to.have.nested.property('0.code', 'ERR_FILE_NOT_FOUND')
      const other = await harness.serve({ uploads, results, publicKey: 'otherpublickey' })
      harness.rest.intercept = () => new Response('{"detail":"Not found."}', { status: 404 })
      expectRejected((await other.complete([uuid]))[0], 'ERR_FILE_NOT_FOUND')
    },
  },
  {
    name: 'accepts a file that is completed in parallel, with one and the same record',
    async check(harness) {
      const { uploads } = countingUploads()
      const { complete } = await harness.serve({ uploads })
      const file = await harness.upload()
      const all = await Promise.all(Array.from({ length: 6 }, () => complete([file.uuid])))
      expect(all.flat().map(({ status }) => status)).to.deep.equal(
        Array.from({ length: 6 }, () => 'accepted'),
      )
      await expectAcceptedFile(file)
    },
  },
  {
    name: 'keeps a file whose onUploaded fails, passes the error to onError only, and accepts it later',
    async check(harness) {
      let isFailing = true
      const errors: unknown[] = []
      const boom = new Error('password of the database')
      const { send, complete } = await harness.serve({
        uploads: defineUploads({
          avatar: {
            onUploaded() {
              if (isFailing) throw boom
              return { saved: true }
            },
          },
        }),
        onError: (error) => errors.push(error),
      })
      const file = await harness.upload()
      const good = await send({ body: { completed: [file.uuid] } })
      expect(good.text).not.to.include('password')
      const { files } = good.json as { files: object[] }
      expect(files).to.deep.equal([
        { uuid: file.uuid, status: 'failed', code: 'ERR_INTERNAL', retryAfter: 5 },
      ])
      expect(errors).to.deep.equal([boom])
      await expectAcceptedFile(file)
      isFailing = false
      expect(await complete([file.uuid])).to.deep.equal([
        { uuid: file.uuid, status: 'accepted', data: { saved: true } },
      ])
    },
  },
  {
    name: 'completes a file that is recorded but was not stored, because the process ended',
    async check(harness) {
      const { calls, uploads } = countingUploads()
      const { complete } = await harness.serve({ uploads })
      const file = await harness.upload()
      const headers = { 'retry-after': '60' }
      harness.rest.intercept = (request) =>
        request === 'PUT /files/storage/' ? new Response('', { status: 503, headers }) : undefined
      expect(await complete([file.uuid])).to.have.nested.property('0.status', 'processing')
      expect(calls).to.deep.equal([])
      harness.rest.intercept = undefined
      expect(await complete([file.uuid])).to.have.nested.property('0.status', 'accepted')
      await expectAcceptedFile(file)
    },
  },
  {
    name: 'fails a file whose data is not JSON, and one alone',
    async check(harness) {
      const circle: { self?: unknown } = {}
      circle.self = circle
      for (const data of [{ size: 1n }, 1n, circle]) {
        const errors: unknown[] = []
        const { complete } = await harness.serve({
          uploads: defineUploads({ avatar: { onUploaded: ({ file }) => (file.size === 1 ? data : {}) } }),
          onError: (error) => errors.push(error),
        })
        const [bad, good] = [await harness.upload({}, { size: 1 }), await harness.upload()]
        const results = await complete([bad.uuid, good.uuid])
        expect(results.map(({ status }) => status)).to.deep.equal(['failed', 'accepted'])
        expect(errors).to.have.length(1)
      }
    },
  },
  {
    name: 'sends the JSON form of the data, and sends the same again from a store of results',
    async check(harness) {
      const large = { text: 'x'.repeat(300_000) }
      const cases: readonly (readonly [data: unknown, json: unknown])[] = [
        [new Date(0), '1970-01-01T00:00:00.000Z'],
        [new Map([['a', 1]]), {}],
        [{ a: undefined, b: () => 1, c: Number.NaN }, { c: null }],
        [[undefined], [null]],
        [null, null],
        [false, false],
        [0, 0],
        ['', ''],
        [large, large],
      ]
      for (const [data, json] of cases) {
        const { complete } = await harness.serve({
          uploads: defineUploads({ avatar: { onUploaded: () => data } }),
          results: createJsonStore(),
        })
        const { uuid } = await harness.upload()
        const expected = [{ uuid, status: 'accepted', data: json }]
        expect(await complete([uuid])).to.deep.equal(expected)
        expect(await complete([uuid])).to.deep.equal(expected)
      }
    },
  },
  {
    name: 'accepts a file for its own user only, when two users complete it in parallel',
    async check(harness) {
      const { complete } = await harness.serve()
      const file = await harness.upload({ subject: 'bob' })
      const [ofAda, ofBob] = await Promise.all([
        complete([file.uuid], { user: 'ada' }),
        complete([file.uuid], { user: 'bob' }),
      ])
      expectUndescribed(ofAda[0], 'ERR_RECEIPT_INVALID', file)
      expect(ofBob[0]).to.include({ status: 'accepted' })
      await expectAcceptedFile(file, 'bob')
    },
  },
  {
    name: 'accepts files while the store of results is down, and passes its errors to onError',
    async check(harness) {
      const errors: unknown[] = []
      const down = () => Promise.reject(new Error('the store is unavailable'))
      const { calls, uploads } = countingUploads()
      const { complete } = await harness.serve({
        uploads,
        results: { get: down, set: down },
        onError: (error) => errors.push(error),
      })
      const { uuid } = await harness.upload()
      expect(await complete([uuid])).to.have.nested.property('0.status', 'accepted')
      expect(calls).to.deep.equal([uuid])
      expect(errors).to.have.length(2)
    },
  },
]

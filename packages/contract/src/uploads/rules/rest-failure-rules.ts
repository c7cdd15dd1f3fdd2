import { expect } from 'chai'
import { expectError } from '../../rules/expect-answer.js'
import { defineUploads, NOW_MS, type UploadsRule } from '../uploads-harness.js'
import { expectAcceptedFile, expectRejected } from './expect-file.js'

const never = () => new Promise<Response>(() => undefined)
const refuse = (status: number, retryAfter?: string) => () =>
  new Response('{"detail":"no"}', {
    status,
    headers: retryAfter === undefined ? {} : { 'retry-after': retryAfter },
  })

const unavailable = refuse(503, '60')
const unreachable = () => Promise.reject(new TypeError('fetch failed'))

const FAILURES: readonly (readonly [
  what: string,
  answer: () => Response | Promise<Response>,
  retryAfter: number,
  /** In the one error that `onError` receives; absent when the API recovers without help, so that none is due. */
  reported?: string,
])[] = [
  ['does not answer in time', never, 1],
  ['cannot be reached', unreachable, 1, 'cannot be reached. Check "apiBaseURL"'],
  ['fails with 500', refuse(500), 1, 'answered with status 500'],
  ['is unavailable for 30 seconds', refuse(503, '30'), 30, 'answered with status 503'],
  ['throttles for 15 seconds', refuse(429, '15'), 15],
]

export const restFailureRules: readonly UploadsRule[] = [
  ...FAILURES.map(([what, answer, retryAfter, reported]): UploadsRule => ({
    name: `answers "processing" for files while the REST API ${what}, changes nothing, and ${reported === undefined ? 'reports no error' : 'reports one error'}`,
    async check(harness) {
      const errors: unknown[] = []
      const { complete } = await harness.serve({ timeLimitMs: 60, onError: (error) => errors.push(error) })
      const files = [await harness.upload(), await harness.upload({}, { size: 5000 })]
      harness.rest.intercept = answer
      const names = files.map(({ uuid }) => uuid)
      expect(await complete(names)).to.deep.equal(
        names.map((uuid) => ({ uuid, status: 'processing', retryAfter })),
      )
      expect(errors.map(String)).to.have.length(reported === undefined ? 0 : 1)
      if (reported !== undefined) expect(String(errors[0])).to.include(reported)
      harness.rest.intercept = undefined
      const results = await (await harness.serve()).complete(names)
      expect(results.map(({ status }) => status)).to.deep.equal(['accepted', 'rejected'])
    },
  })),
  {
    name: 'passes the network error to onError as the cause, without a key',
    async check(harness) {
      const errors: unknown[] = []
      const { complete } = await harness.serve({ timeLimitMs: 60, onError: (error) => errors.push(error) })
      const { uuid } = await harness.upload()
      harness.rest.intercept = unreachable
      await complete([uuid])
      expect(errors[0]).to.have.nested.property('cause.message', 'fetch failed')
      expect(String(errors[0])).to.not.include('demosecretkey')
    },
  },
  {
    name: 'refuses a secret key that no header can carry, without sending or reporting the key',
    async check(harness) {
      const errors: unknown[] = []
      const { send } = await harness.serve({ secretKey: 'prüfung€', onError: (error) => errors.push(error) })
      const { uuid } = await harness.upload()
      await send({ body: { completed: [uuid] } })
      expect(errors.map(String)).to.deep.equal([
        'TypeError: "secretKey" has a character that an HTTP header cannot carry. Copy the key from the project\'s settings',
      ])
      expect(harness.rest.requests).to.have.length(0)
    },
  },
  {
    name: 'stops sending requests when the REST API throttles for longer than the time limit',
    async check(harness) {
      const { complete } = await harness.serve()
      const files = await Promise.all(Array.from({ length: 30 }, () => harness.upload()))
      harness.rest.intercept = refuse(429, '60')
      await complete(files.map(({ uuid }) => uuid))
      expect(harness.rest.requests.length).to.be.at.most(8)
    },
  },
  {
    name: 'repeats a request that was throttled for a moment or failed once',
    async check(harness) {
      for (const answer of [refuse(429, '0'), refuse(502), unreachable]) {
        const { complete } = await harness.serve()
        const file = await harness.upload()
        const failed = new Set<string>()
        harness.rest.intercept = (request) => {
          if (failed.has(request)) return undefined
          failed.add(request)
          return answer()
        }
        expect(await complete([file.uuid])).to.have.nested.property('0.status', 'accepted')
        await expectAcceptedFile(file)
      }
    },
  },
  {
    name: 'answers "processing" while a file that breaks a rule cannot be deleted, and deletes it later',
    async check(harness) {
      const { complete } = await harness.serve()
      const file = await harness.upload({}, { size: 5000 })
      harness.rest.intercept = (request) => (request.startsWith('DELETE ') ? unavailable() : undefined)
      expect(await complete([file.uuid])).to.deep.equal([
        { uuid: file.uuid, status: 'processing', retryAfter: 60 },
      ])
      harness.rest.intercept = undefined
      expectRejected((await complete([file.uuid]))[0], 'ERR_FILE_TOO_LARGE')
      expect(file.removedAt).to.be.a('string')
    },
  },
  {
    name: 'rejects no file that the REST API did not delete',
    async check(harness) {
      const errors: unknown[] = []
      const { complete } = await harness.serve({ onError: (error) => errors.push(error) })
      const answers: [answer: object, status: number, result: string][] = [
        [{ detail: 'Not found.' }, 404, 'failed'],
        [{ status: 'ok', result: [], problems: {} }, 200, 'processing'],
      ]
      for (const [answer, status, result] of answers) {
        const file = await harness.upload({}, { size: 5000 })
        harness.rest.intercept = (request) =>
          request.startsWith('DELETE ') ? new Response(JSON.stringify(answer), { status }) : undefined
        expect(await complete([file.uuid])).to.have.nested.property('0.status', result)
        harness.rest.intercept = undefined
        expectRejected((await complete([file.uuid]))[0], 'ERR_FILE_TOO_LARGE')
      }
      expect(errors).to.have.length(1)
    },
  },
  {
    name: 'rejects a file that another request deleted in the meantime',
    async check(harness) {
      const { complete } = await harness.serve()
      const file = await harness.upload({}, { size: 5000 })
      harness.rest.intercept = (request) => {
        if (request.startsWith('DELETE ')) file.removedAt = new Date(NOW_MS).toISOString()
        return undefined
      }
      expectRejected((await complete([file.uuid]))[0], 'ERR_FILE_TOO_LARGE')
    },
  },
  {
    name: 'answers 500 when the REST API refuses the keys, and passes the reason without the key to onError',
    async check(harness) {
      for (const status of [401, 403]) {
        const errors: unknown[] = []
        const { send } = await harness.serve({ onError: (error) => errors.push(error) })
        const { uuid } = await harness.upload()
        harness.rest.intercept = refuse(status)
        expectError(await send({ body: { completed: [uuid] } }), 500, 'ERR_INTERNAL')
        expect(errors).to.have.length(1)
        expect(String(errors[0])).to.include('"secretKey"').and.not.include('demosecretkey')
      }
    },
  },
  {
    name: 'answers "processing" when onUploaded exceeds the time limit, and sends its data later from the store',
    async check(harness) {
      let finish: (data: unknown) => void = () => undefined
      let calls = 0
      const texts = new Map<string, unknown>()
      const kept = new Promise<void>((resolve) => {
        texts.set = (key, value) => {
          Map.prototype.set.call(texts, key, value)
          resolve()
          return texts
        }
      })
      const options = {
        uploads: defineUploads({
          avatar: {
            onUploaded: () => {
              calls++
              return new Promise((resolve) => (finish = resolve))
            },
          },
        }),
        results: texts,
      }
      const { complete } = await harness.serve({ ...options, timeLimitMs: 60 })
      const { uuid } = await harness.upload()
      do {
        expect(await complete([uuid])).to.deep.equal([{ uuid, status: 'processing', retryAfter: 1 }])
      } while (calls === 0)
      finish({ saved: true })
      await kept
      const later = await harness.serve({ ...options, timeLimitMs: 8000 })
      expect(await later.complete([uuid])).to.deep.equal([
        { uuid, status: 'accepted', data: { saved: true } },
      ])
      expect(calls).to.equal(1)
    },
  },
]

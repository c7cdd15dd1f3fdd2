import type { Authorization } from '@secure-uploading/server'
import { expect } from 'chai'
import { expectError } from '../../rules/expect-answer.js'
import { uuidOf } from './uuid-of.js'
import { defineUploads, type UploadsRule } from '../uploads-harness.js'

const uuids = (count: number): string[] => Array.from({ length: count }, (_, index) => uuidOf(index))

/** Bodies that are neither empty nor a valid completion. */
const INVALID_BODIES: readonly (readonly [what: string, body: unknown])[] = [
  ['an array', []],
  ['null', 'null'],
  ['"completed" that is text', { completed: uuidOf(1) }],
  ['"completed" with a number', { completed: [7] }],
  ['a misspelled "completed"', { complete: [] }],
  ['an additional property', { completed: [], route: 'avatar' }],
  ['1001 names', { completed: uuids(1001) }],
  ['"completed" that is an object', { completed: {} }],
  ['"completed" that is null', { completed: null }],
  ['"completed" with a list in it', { completed: [[uuidOf(1)]] }],
]

/** Bodies that are not JSON, or that some parsers refuse. */
const UNREADABLE: readonly string[] = [
  'text',
  '{"completed":',
  '{"completed":[]}}',
  '{"completed":[]} {}',
  "{'completed':[]}",
  '{"completed":[],}',
  '{"__proto__":[]}',
]

export const requestRules: readonly UploadsRule[] = [
  {
    name: 'answers 405 with Allow to every other method',
    needs: 'every-method',
    async check(harness) {
      const { send } = await harness.serve()
      for (const method of ['GET', 'PUT', 'DELETE']) {
        const answer = await send({ method })
        expectError(answer, 405, 'ERR_METHOD_NOT_ALLOWED')
        expect(answer.headers.get('allow')).to.equal('POST, OPTIONS')
      }
    },
  },
  {
    name: 'answers 204 to OPTIONS without calling authorize',
    async check(harness) {
      let asked = 0
      const { send } = await harness.serve({
        authorize: () => {
          asked++
          return null
        },
      })
      const { status } = await send({ method: 'OPTIONS' })
      expect([status, asked]).to.deep.equal([204, 0])
    },
  },
  {
    name: 'applies the origin rules of the token endpoint, with CORS for allowed origins',
    async check(harness) {
      const { send } = await harness.serve({ allowedOrigins: ['https://shop.example'] })
      const other = await send({ headers: { origin: 'https://evil.example' } })
      expectError(other, 403, 'ERR_FORBIDDEN')
      const { status, headers } = await send({ headers: { origin: 'https://shop.example' } })
      expect(status).to.equal(200)
      expect(headers.get('access-control-allow-origin')).to.equal('https://shop.example')
      expect(headers.get('access-control-allow-credentials')).to.equal('true')
    },
  },
  {
    name: 'answers 404 to a request without a route, or with an unknown one, before authorize is called',
    async check(harness) {
      let asked = 0
      const { send } = await harness.serve({
        authorize: () => {
          asked++
          return null
        },
      })
      for (const route of [null, '', 'nope', 'Avatar', '__proto__', 'constructor', 'avatar%00']) {
        expectError(await send({ route }), 404, 'ERR_UNKNOWN_ROUTE')
      }
      expect(asked).to.equal(0)
    },
  },
  {
    name: 'reads the route of the query as encoded by the client, and no other text',
    async check(harness) {
      const { send } = await harness.serve()
      for (const route of ['av%61tar', 'avatar#nope', 'avatar&other=nope']) {
        expect((await send({ route })).json, route).to.have.property('uploadReceipt')
      }
      for (const route of ['avatar,avatar', 'avatar%2500', 'avatar%20', '%61vatar%26', 'x'.repeat(33)]) {
        expectError(await send({ route }), 404, 'ERR_UNKNOWN_ROUTE')
      }
    },
  },
  {
    name: 'answers 401 and 403 as authorize decides, before the body is parsed and without a request to Uploadcare',
    async check(harness) {
      const { send } = await harness.serve()
      for (const body of [undefined, { completed: [crypto.randomUUID()] }, { wrong: true }]) {
        expectError(await send({ user: null, body }), 401, 'ERR_UNAUTHENTICATED')
      }
      const refusing = await harness.serve({ authorize: () => false })
      expectError(await refusing.send(), 403, 'ERR_FORBIDDEN')
      expect(harness.rest.requests).to.deep.equal([])
    },
  },
  {
    name: 'answers 500 when the grant has no subject, and passes the reason to onError',
    async check(harness) {
      const errors: unknown[] = []
      const { send } = await harness.serve({ authorize: () => true, onError: (error) => errors.push(error) })
      expectError(await send(), 500, 'ERR_INTERNAL')
      expectError(await send({ body: { completed: [] } }), 500, 'ERR_INTERNAL')
      expect(errors).to.have.length(2)
      expect((errors[0] as TypeError).message).to.include('"subject"')
    },
  },
  {
    name: 'narrows the grant of the endpoint by the authorize of the route',
    async check(harness) {
      const order: string[] = []
      const serve = (own: Authorization, routes: Authorization) =>
        harness.serve({
          authorize: () => {
            order.push('endpoint')
            return own
          },
          uploads: defineUploads({
            avatar: {
              authorize: () => {
                order.push('route')
                return routes
              },
            },
          }),
        })
      expectError(await (await serve(null, true)).send(), 401, 'ERR_UNAUTHENTICATED')
      expect(order).to.deep.equal(['endpoint'])
      expectError(await (await serve({ subject: 'ada' }, null)).send(), 401, 'ERR_UNAUTHENTICATED')
      expect(order).to.deep.equal(['endpoint', 'endpoint', 'route'])
      expectError(await (await serve({ subject: 'ada' }, false)).send(), 403, 'ERR_FORBIDDEN')
      for (const [own, routes, expected] of [
        [60, 300, 60],
        [300, 60, 60],
        [300, undefined, 300],
      ] as const) {
        const grant = routes === undefined ? true : { expiresIn: routes }
        const { json } = await (await serve({ subject: 'ada', expiresIn: own }, grant)).send()
        expect(json).to.include({ expiresIn: expected })
      }
    },
  },
  ...INVALID_BODIES.map(([what, body]): UploadsRule => ({
    name: `answers 400 to a body with ${what}`,
    async check(harness) {
      const { send } = await harness.serve()
      expectError(await send({ body }), 400, 'ERR_INVALID_REQUEST')
      expect(harness.rest.requests).to.deep.equal([])
    },
  })),
  {
    name: 'answers 400 to a body that is not JSON or exceeds 64 KiB',
    needs: 'every-body',
    async check(harness) {
      const { send } = await harness.serve()
      const json = JSON.stringify({ completed: ['x'.repeat(60)] })
      for (const body of [...UNREADABLE, json.padEnd(65_537)]) {
        expectError(await send({ body }), 400, 'ERR_INVALID_REQUEST')
      }
      expect((await send({ body: json.padEnd(65_536) })).status).to.equal(200)
    },
  },
  {
    name: 'accepts a body with a byte order mark, and takes the last of two properties of the same name',
    async check(harness) {
      const { send } = await harness.serve()
      const [first, last] = [await harness.upload(), await harness.upload()]
      const body = `\uFEFF{"completed":["${first.uuid}"],"completed":["${last.uuid}"]}`
      const { status, json } = await send({ body })
      expect(status).to.equal(200)
      expect(json).to.have.nested.property('files.length', 1)
      expect(json).to.have.nested.property('files[0].uuid', last.uuid)
      expect([first.storedAt, last.storedAt !== null]).to.deep.equal([null, true])
    },
  },
]

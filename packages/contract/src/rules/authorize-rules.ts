import { SecureUploadError } from '@secure-uploading/core'
import { expect } from 'chai'
import { expectError, expectToken } from './expect-answer.js'
import type { Rule } from './rule.js'

export const authorizeRules: readonly Rule[] = [
  {
    name: 'calls authorize with the arguments of the framework',
    async check(harness) {
      const send = await harness.serve({
        authorize: (...args) => (harness.cookieOf(...args) === 'session=ada' ? { subject: 'ada' } : null),
      })
      await expectToken(await send({ headers: { cookie: 'session=ada' } }))
      expectError(await send({ headers: { cookie: 'session=eve' } }), 401, 'ERR_UNAUTHENTICATED')
      expectError(await send(), 401, 'ERR_UNAUTHENTICATED')
    },
  },
  {
    name: 'answers 401 when authorize returns null or undefined',
    async check(harness) {
      for (const refusal of [null, undefined]) {
        expectError(await (await harness.serve({ authorize: () => refusal }))(), 401, 'ERR_UNAUTHENTICATED')
        const later = await harness.serve({ authorize: () => Promise.resolve(refusal) })
        expectError(await later(), 401, 'ERR_UNAUTHENTICATED')
      }
    },
  },
  {
    name: 'answers 403 to false, and issues a token for true or an empty grant',
    async check(harness) {
      expectError(await (await harness.serve({ authorize: () => false }))(), 403, 'ERR_FORBIDDEN')
      await expectToken(await (await harness.serve({ authorize: () => true }))())
      await expectToken(await (await harness.serve({ authorize: () => Promise.resolve({}) }))())
    },
  },
  {
    name: 'answers 401 or 403 to a SecureUploadError with that code, without its message',
    async check(harness) {
      for (const [code, status] of [
        ['ERR_UNAUTHENTICATED', 401],
        ['ERR_FORBIDDEN', 403],
      ] as const) {
        const send = await harness.serve({
          authorize: () => Promise.reject(new SecureUploadError(code, 'row 42 of the table of users')),
        })
        const answer = await send()
        expectError(answer, status, code)
        expect(answer.text).not.to.include('row 42')
      }
    },
  },
  {
    name: 'sends no second answer when authorize has answered',
    needs: 'shared-response',
    async check(harness) {
      for (const refusal of [null, undefined]) {
        const send = await harness.serve({
          authorize: async (...args) => {
            await harness.redirect('/sign-in', ...args)
            return refusal
          },
        })
        const answer = await send()
        expect([answer.status, answer.headers.get('location')]).to.deep.equal([303, '/sign-in'])
      }
    },
  },
  {
    name: 'answers 500 to any other error, and passes it to onError only',
    async check(harness) {
      const thrown: unknown[] = [
        new Error('password of the database'),
        new SecureUploadError('ERR_RATE_LIMITED', 'password of the database'),
        'password of the database',
        undefined,
      ]
      for (const error of thrown) {
        const seen: unknown[] = []
        const send = await harness.serve({
          authorize: () => {
            throw error
          },
          onError: (reported) => seen.push(reported),
        })
        const answer = await send()
        expectError(answer, 500, 'ERR_INTERNAL')
        expect(answer.text).not.to.include('password')
        expect(seen).to.deep.equal([error])
      }
    },
  },
]

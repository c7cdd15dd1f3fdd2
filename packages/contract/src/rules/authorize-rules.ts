import { SecureUploadError } from '@secure-uploading/core'
import { expect } from 'chai'
import { expectError, expectToken } from './expect-answer.js'
import type { Rule } from './rule.js'

export const authorizeRules: readonly Rule[] = [
  {
    name: 'asks the app with what the framework passes to a handler',
    async check(trial) {
      const ask = await trial.serve({
        authorize: (...args) => (trial.cookieOf(...args) === 'session=ada' ? { subject: 'ada' } : null),
      })
      await expectToken(await ask({ headers: { cookie: 'session=ada' } }))
      expectError(await ask({ headers: { cookie: 'session=eve' } }), 401, 'ERR_UNAUTHENTICATED')
      expectError(await ask(), 401, 'ERR_UNAUTHENTICATED')
    },
  },
  {
    name: 'answers 401 when nobody is signed in: null or undefined',
    async check(trial) {
      for (const nobody of [null, undefined]) {
        expectError(await (await trial.serve({ authorize: () => nobody }))(), 401, 'ERR_UNAUTHENTICATED')
        const later = await trial.serve({ authorize: () => Promise.resolve(nobody) })
        expectError(await later(), 401, 'ERR_UNAUTHENTICATED')
      }
    },
  },
  {
    name: 'answers 403 for false, and issues a token for true or an empty grant',
    async check(trial) {
      expectError(await (await trial.serve({ authorize: () => false }))(), 403, 'ERR_FORBIDDEN')
      await expectToken(await (await trial.serve({ authorize: () => true }))())
      await expectToken(await (await trial.serve({ authorize: () => Promise.resolve({}) }))())
    },
  },
  {
    name: 'answers 401 or 403 for a SecureUploadError that says so, in its own words',
    async check(trial) {
      for (const [code, status] of [
        ['ERR_UNAUTHENTICATED', 401],
        ['ERR_FORBIDDEN', 403],
      ] as const) {
        const ask = await trial.serve({
          authorize: () => Promise.reject(new SecureUploadError(code, 'row 42 of the table of users')),
        })
        const answer = await ask()
        expectError(answer, status, code)
        expect(answer.text).not.to.include('row 42')
      }
    },
  },
  {
    name: 'leaves an answer alone that authorize has sent itself',
    needs: 'shared-response',
    async check(trial) {
      for (const nobody of [null, undefined]) {
        const ask = await trial.serve({
          authorize: async (...args) => {
            await trial.redirect('/sign-in', ...args)
            return nobody
          },
        })
        const answer = await ask()
        expect([answer.status, answer.headers.get('location')]).to.deep.equal([303, '/sign-in'])
      }
    },
  },
  {
    name: 'answers 500 for anything else that is thrown, and tells it to onError alone',
    async check(trial) {
      const thrown: unknown[] = [
        new Error('password of the database'),
        new SecureUploadError('ERR_RATE_LIMITED', 'password of the database'),
        'password of the database',
        undefined,
      ]
      for (const error of thrown) {
        const seen: unknown[] = []
        const ask = await trial.serve({
          authorize: () => {
            throw error
          },
          onError: (reported) => seen.push(reported),
        })
        const answer = await ask()
        expectError(answer, 500, 'ERR_INTERNAL')
        expect(answer.text).not.to.include('password')
        expect(seen).to.deep.equal([error])
      }
    },
  },
]

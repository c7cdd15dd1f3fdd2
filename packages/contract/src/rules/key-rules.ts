import { expect } from 'chai'
import { PUBLIC_KEY, SECRET_KEY } from '../trial.js'
import { expectError, expectToken } from './expect-answer.js'
import type { Rule } from './rule.js'

export const keyRules: readonly Rule[] = [
  {
    name: 'needs no key before the first token when they are given as functions',
    async check(trial) {
      let calls = 0
      const count = (key: string) => () => {
        calls++
        return Promise.resolve(key)
      }
      const ask = await trial.serve({ publicKey: count(PUBLIC_KEY), secretKey: count(SECRET_KEY) })
      await ask({ method: 'OPTIONS' })
      expect(calls).to.equal(0)
      expect((await expectToken(await ask())).publicKey).to.equal(PUBLIC_KEY)
      expect(calls).to.equal(2)
    },
  },
  {
    name: 'chooses the keys by the request, and signs with the secret key of that request',
    async check(trial) {
      const ask = await trial.serve({
        publicKey: (...args) => `public-${trial.cookieOf(...args) ?? ''}`,
        secretKey: (...args) => `secret-${trial.cookieOf(...args) ?? ''}`,
      })
      for (const project of ['one', 'two', 'one']) {
        const token = await expectToken(await ask({ headers: { cookie: project } }), {
          secretKey: `secret-${project}`,
        })
        expect(token.publicKey).to.equal(`public-${project}`)
      }
    },
  },
  {
    name: 'signs with a rotated secret key from the next token on',
    async check(trial) {
      let secretKey = 'before'
      const ask = await trial.serve({ secretKey: () => secretKey })
      await expectToken(await ask(), { secretKey: 'before' })
      secretKey = 'after'
      await expectToken(await ask(), { secretKey: 'after' })
    },
  },
  {
    name: 'answers 500 when a key cannot be found, and is well again when it can',
    async check(trial) {
      const errors: unknown[] = []
      const lost = new Error('the vault is sealed')
      let found = false
      const ask = await trial.serve({
        secretKey: () => (found ? SECRET_KEY : Promise.reject(lost)),
        onError: (error) => errors.push(error),
      })
      const answer = await ask()
      expectError(answer, 500, 'ERR_INTERNAL')
      expect(answer.text).not.to.include('vault')
      expect(errors).to.deep.equal([lost])
      found = true
      await expectToken(await ask())
    },
  },
  ...(
    [
      ['a secret key that is missing', PUBLIC_KEY, undefined, '"secretKey"'],
      ['a secret key that is blank', PUBLIC_KEY, ' \n', '"secretKey"'],
      [
        'a secret key with the end of its line',
        PUBLIC_KEY,
        `${SECRET_KEY}\r\n`,
        '"secretKey" begins or ends',
      ],
      [
        'a public key after a byte order mark',
        `\uFEFF${PUBLIC_KEY}`,
        SECRET_KEY,
        '"publicKey" begins or ends',
      ],
      ['a public key that is blank', '', SECRET_KEY, '"publicKey"'],
      [
        'a secret key that is the public key',
        PUBLIC_KEY,
        PUBLIC_KEY,
        '"secretKey" is the same as "publicKey"',
      ],
    ] as const
  ).map(([what, publicKey, secretKey, message]): Rule => ({
    name: `answers 500 for ${what}, and says so to onError`,
    async check(trial) {
      const errors: unknown[] = []
      const ask = await trial.serve({
        publicKey: () => publicKey,
        secretKey: () => secretKey as string,
        onError: (error) => errors.push(error),
      })
      expectError(await ask(), 500, 'ERR_INTERNAL')
      expect(errors).to.have.length(1)
      expect((errors[0] as TypeError).message).to.include(message)
    },
  })),
]

import { expect } from 'chai'
import { PUBLIC_KEY, SECRET_KEY } from '../harness.js'
import { expectError, expectToken } from './expect-answer.js'
import type { Rule } from './rule.js'

export const keyRules: readonly Rule[] = [
  {
    name: 'calls key functions on the first token request',
    async check(harness) {
      let calls = 0
      const count = (key: string) => () => {
        calls++
        return Promise.resolve(key)
      }
      const send = await harness.serve({ publicKey: count(PUBLIC_KEY), secretKey: count(SECRET_KEY) })
      await send({ method: 'OPTIONS' })
      expect(calls).to.equal(0)
      expect((await expectToken(await send())).publicKey).to.equal(PUBLIC_KEY)
      expect(calls).to.equal(2)
    },
  },
  {
    name: 'chooses the keys by request',
    async check(harness) {
      const send = await harness.serve({
        publicKey: (...args) => `public-${harness.cookieOf(...args) ?? ''}`,
        secretKey: (...args) => `secret-${harness.cookieOf(...args) ?? ''}`,
      })
      for (const project of ['one', 'two', 'one']) {
        const token = await expectToken(await send({ headers: { cookie: project } }), {
          secretKey: `secret-${project}`,
        })
        expect(token.publicKey).to.equal(`public-${project}`)
      }
    },
  },
  {
    name: 'signs the next token with a rotated secret key',
    async check(harness) {
      let secretKey = 'before'
      const send = await harness.serve({ secretKey: () => secretKey })
      await expectToken(await send(), { secretKey: 'before' })
      secretKey = 'after'
      await expectToken(await send(), { secretKey: 'after' })
    },
  },
  {
    name: 'answers 500 while a key look-up fails, and recovers afterwards',
    async check(harness) {
      const errors: unknown[] = []
      const lost = new Error('the vault is sealed')
      let isFound = false
      const send = await harness.serve({
        secretKey: () => (isFound ? SECRET_KEY : Promise.reject(lost)),
        onError: (error) => errors.push(error),
      })
      const answer = await send()
      expectError(answer, 500, 'ERR_INTERNAL')
      expect(answer.text).not.to.include('vault')
      expect(errors).to.deep.equal([lost])
      isFound = true
      await expectToken(await send())
    },
  },
  ...(
    [
      ['a missing secret key', PUBLIC_KEY, undefined, '"secretKey"'],
      ['a blank secret key', PUBLIC_KEY, ' \n', '"secretKey"'],
      [
        'a secret key with a line break',
        PUBLIC_KEY,
        `${SECRET_KEY}\r\n`,
        '"secretKey" has leading or trailing whitespace',
      ],
      [
        'a public key with a byte order mark',
        `\uFEFF${PUBLIC_KEY}`,
        SECRET_KEY,
        '"publicKey" has leading or trailing whitespace',
      ],
      ['a blank public key', '', SECRET_KEY, '"publicKey"'],
      [
        'a secret key that equals the public key',
        PUBLIC_KEY,
        PUBLIC_KEY,
        '"secretKey" is the same as "publicKey"',
      ],
    ] as const
  ).map(([what, publicKey, secretKey, message]): Rule => ({
    name: `answers 500 when a function returns ${what}, and passes the reason to onError`,
    async check(harness) {
      const errors: unknown[] = []
      const send = await harness.serve({
        publicKey: () => publicKey,
        secretKey: () => secretKey as string,
        onError: (error) => errors.push(error),
      })
      expectError(await send(), 500, 'ERR_INTERNAL')
      expect(errors).to.have.length(1)
      expect((errors[0] as TypeError).message).to.include(message)
    },
  })),
]

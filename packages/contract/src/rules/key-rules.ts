import type { TokenHandlerOptions } from '@secure-uploading/server'
import { expect } from 'chai'
import { PUBLIC_KEY, SECRET_KEY, type Harness } from '../harness.js'
import { withEnvironment } from '../with-environment.js'
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
  {
    name: 'signs with the first of several secret keys',
    async check(harness) {
      const literal = await harness.serve({ secretKey: ['first', SECRET_KEY] })
      await expectToken(await literal(), { secretKey: 'first' })
      const dynamic = await harness.serve({ secretKey: () => Promise.resolve(['first', SECRET_KEY]) })
      await expectToken(await dynamic(), { secretKey: 'first' })
    },
  },
  {
    name: 'reads both keys from the environment on first use when neither is passed',
    async check(harness) {
      const send = await harness.serve({}, { omit: ['publicKey', 'secretKey'] })
      await withEnvironment(
        { UPLOADCARE_PUBLIC_KEY: 'env-public', UPLOADCARE_SECRET_KEY: 'env-secret' },
        async () => {
          const token = await expectToken(await send(), { secretKey: 'env-secret' })
          expect(token.publicKey).to.equal('env-public')
        },
      )
    },
  },
  ...(
    [
      ['UPLOADCARE_PUBLIC_KEY', { UPLOADCARE_PUBLIC_KEY: undefined, UPLOADCARE_SECRET_KEY: 'env-secret' }],
      ['UPLOADCARE_SECRET_KEY', { UPLOADCARE_PUBLIC_KEY: 'env-public', UPLOADCARE_SECRET_KEY: undefined }],
      ['UPLOADCARE_SECRET_KEY', { UPLOADCARE_PUBLIC_KEY: 'env-public', UPLOADCARE_SECRET_KEY: ' ' }],
      ['UPLOADCARE_SECRET_KEY', { UPLOADCARE_PUBLIC_KEY: 'env-public', UPLOADCARE_SECRET_KEY: 'env\n' }],
    ] as const
  ).map(([variable, variables]): Rule => ({
    name: `answers 500 with the environment ${describeVariables(variables)}, and names ${variable} to onError`,
    check: (harness) =>
      withEnvironment(variables, async () => {
        await expectKeyError(harness, {}, `"${variable}"`, ['publicKey', 'secretKey'])
      }),
  })),
  {
    name: 'never falls back to the environment when a function returns undefined',
    check: (harness) =>
      withEnvironment(
        { UPLOADCARE_PUBLIC_KEY: 'env-public', UPLOADCARE_SECRET_KEY: 'env-secret' },
        async () => {
          await expectKeyError(harness, { secretKey: () => undefined }, '"secretKey" is missing or blank')
          await expectKeyError(harness, { publicKey: () => undefined }, '"publicKey" is missing or blank')
          const neither = { publicKey: () => undefined, secretKey: () => Promise.resolve(undefined) }
          await expectKeyError(harness, neither, '"publicKey" is missing or blank')
        },
      ),
  },
  ...(
    [
      ['publicKey', 'secretKey'],
      ['secretKey', 'publicKey'],
    ] as const
  ).map(([absent, present]): Rule => ({
    name: `rejects "${present}" without "${absent}"`,
    check: (harness) =>
      withEnvironment(
        { UPLOADCARE_PUBLIC_KEY: 'env-public', UPLOADCARE_SECRET_KEY: 'env-secret' },
        async () => {
          const error: unknown = await harness.serve({}, { omit: [absent] }).then(
            () => undefined,
            (error: unknown) => error,
          )
          expect(error).to.be.an.instanceOf(TypeError)
          expect((error as TypeError).message).to.include(`"${absent}" is missing. Pass both keys`)
        },
      ),
  })),
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
      [
        'a secret key with a line break inside',
        PUBLIC_KEY,
        'demo\nsecretkey',
        '"secretKey" contains a line break',
      ],
      ['an empty list of secret keys', PUBLIC_KEY, [], '"secretKey" is an empty array'],
      ['a list with a blank secret key', PUBLIC_KEY, [SECRET_KEY, ''], '"secretKey" is missing or blank'],
      [
        'a list of secret keys with the public key',
        PUBLIC_KEY,
        [SECRET_KEY, PUBLIC_KEY],
        '"secretKey" is the same as "publicKey"',
      ],
      ['a secret key that is not text', PUBLIC_KEY, 7, '"secretKey" is missing or blank'],
    ] as const
  ).map(([what, publicKey, secretKey, message]): Rule => ({
    name: `answers 500 when a function returns ${what}, and passes the reason to onError`,
    check: (harness) =>
      expectKeyError(harness, { publicKey: () => publicKey, secretKey: () => secretKey as string }, message),
  })),
]

/** Checks that an endpoint answers 500 and passes a TypeError with this message to onError. */
async function expectKeyError(
  harness: Harness,
  options: Partial<TokenHandlerOptions<unknown[]>>,
  message: string,
  omit: readonly ('publicKey' | 'secretKey')[] = [],
): Promise<void> {
  const errors: unknown[] = []
  const send = await harness.serve({ ...options, onError: (error) => errors.push(error) }, { omit })
  expectError(await send(), 500, 'ERR_INTERNAL')
  expect(errors).to.have.length(1)
  expect(errors[0]).to.be.an.instanceOf(TypeError)
  expect((errors[0] as TypeError).message).to.include(message)
}

function describeVariables(variables: Record<string, string | undefined>): string {
  return Object.entries(variables)
    .map(([name, value]) => `${name}=${value === undefined ? '' : JSON.stringify(value)}`)
    .join(' ')
}

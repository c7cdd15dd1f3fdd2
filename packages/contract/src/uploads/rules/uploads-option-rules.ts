import type { UploadsHandlerOptions } from '@secure-uploading/server'
import { expect } from 'chai'
import { defineUploads, type UploadsRule } from '../uploads-harness.js'

const limiter = { consume: () => Promise.resolve(), reward: () => Promise.resolve() }

/** Invalid options, with the rule that rejects them and a part of the error message. */
const MISTAKES: readonly (readonly [rule: string, options: Record<string, unknown>, message: string])[] = [
  [
    '"uploads" that defineUploads did not create',
    { uploads: { avatar: {} } },
    '"uploads" must be the result',
  ],
  ['options without "uploads"', { uploads: undefined }, '"uploads" must be the result of defineUploads'],
  ['authorize: "anyone"', { authorize: 'anyone' }, '"authorize"'],
  ['options without "authorize"', { authorize: undefined }, '"authorize"'],
  ['options without "receipts"', { receipts: undefined }, '"receipts" is missing'],
  ['a blank receipt secret', { receipts: { secret: ' ' } }, '"receipts.secret"'],
  ['an unknown option', { quotas: { limiter } }, 'Unknown option "quotas".'],
  ['an unknown option in "quota"', { quota: { limiter, points: 5 } }, 'Unknown option "quota.points".'],
  ['a quota limiter without reward', { quota: { limiter: { consume: limiter.consume } } }, '"quota.limiter"'],
  ['"results" without set', { results: { get: () => undefined } }, '"results" must be a store'],
  [
    '"timeLimitMs" of zero',
    { timeLimitMs: 0 },
    '"timeLimitMs" must be a positive whole number of milliseconds',
  ],
  ['"timeLimitMs" that is text', { timeLimitMs: '8s' }, '"timeLimitMs"'],
  ['"apiBaseURL" that is a path', { apiBaseURL: '/api' }, '"apiBaseURL" must be an absolute URL'],
  ['"apiBaseURL" of another scheme', { apiBaseURL: 'ftp://api.example.com' }, '"apiBaseURL"'],
  [
    'a public "apiBaseURL" without TLS, to which the secret key would be sent',
    { apiBaseURL: 'http://api.uploadcare.com' },
    '"apiBaseURL" must be an https: URL',
  ],
  [
    'an "apiBaseURL" with a public IPv6 address without TLS',
    { apiBaseURL: 'http://[2001:db8::1]:8080' },
    '"apiBaseURL" must be an https: URL',
  ],
  ['"fetch" that is not a function', { fetch: 'fetch' }, '"fetch" must be a function'],
  ['"onDeny" that is not a function', { onDeny: 'log' }, '"onDeny" must be a function'],
  ['"expiresIn" of zero', { expiresIn: 0 }, '"expiresIn"'],
]

/** Invalid routes. */
const ROUTE_MISTAKES: readonly (readonly [rule: string, routes: object, message: string])[] = [
  ['no route', {}, 'at least one upload route'],
  ['a route name with a space', { 'my files': {} }, 'Invalid route name "my files"'],
  ['a route name of 33 characters', { ['x'.repeat(33)]: {} }, 'Invalid route name'],
  ['a route that is not an object', { avatar: true }, '"avatar" must be an object'],
  [
    'an unknown rule',
    { avatar: { maxByte: 5 } },
    'Unknown option "avatar.maxByte". Did you mean "avatar.maxBytes"?',
  ],
  ['"accept" that is text', { avatar: { accept: 'image/*' } }, '"avatar.accept" must be a non-empty array'],
  ['an empty "accept"', { avatar: { accept: [] } }, '"avatar.accept" must be a non-empty array'],
  ['a file name extension in "accept"', { avatar: { accept: ['.png'] } }, 'Invalid type ".png"'],
  ['"accept" with */*', { avatar: { accept: ['*/*'] } }, 'Invalid type "*/*"'],
  ['a gap in "accept"', { avatar: { accept: Object.assign([], { 1: 'image/png' }) } }, 'Invalid type'],
  ['an empty type in "accept"', { avatar: { accept: [''] } }, 'Invalid type ""'],
  [
    'a type with a parameter in "accept"',
    { avatar: { accept: ['text/plain;charset=utf-8'] } },
    'Invalid type',
  ],
  ['an empty route name', { '': {} }, 'Invalid route name ""'],
  ['a route name with a line break', { 'avatar\n': {} }, 'Invalid route name'],
  ['negative "maxBytes"', { avatar: { maxBytes: -1 } }, '"avatar.maxBytes"'],
  ['"maxBytes" that is not a number', { avatar: { maxBytes: Number.NaN } }, '"avatar.maxBytes"'],
  ['"maxBytes" with a space', { avatar: { maxBytes: '5 MB' } }, '"avatar.maxBytes"'],
  ['"maxBytes" of zero', { avatar: { maxBytes: 0 } }, '"avatar.maxBytes"'],
  ['a fractional "maxBytes"', { avatar: { maxBytes: 1.5 } }, '"avatar.maxBytes"'],
  ['"maxBytes" with an unknown unit', { avatar: { maxBytes: '5mb' } }, '"avatar.maxBytes"'],
  ['"maxFiles" of zero', { avatar: { maxFiles: 0 } }, '"avatar.maxFiles" must be a whole number'],
  [
    '"onUploaded" that is not a function',
    { avatar: { onUploaded: {} } },
    '"avatar.onUploaded" must be a function',
  ],
]

export const uploadsOptionRules: readonly UploadsRule[] = [
  ...MISTAKES.map(([rule, options, message]): UploadsRule => ({
    name: `rejects ${rule}`,
    async check(harness) {
      const error = await harness.serve(options as Partial<UploadsHandlerOptions<unknown[]>>).then(
        () => undefined,
        (error: unknown) => error,
      )
      expectTypeError(error, message)
    },
  })),
  ...ROUTE_MISTAKES.map(([rule, routes, message]): UploadsRule => ({
    name: `defineUploads rejects ${rule}`,
    check() {
      let error: unknown
      try {
        defineUploads(routes as Parameters<typeof defineUploads>[0])
      } catch (thrown) {
        error = thrown
      }
      expectTypeError(error, message)
      return Promise.resolve()
    },
  })),
]

function expectTypeError(error: unknown, message: string): void {
  expect(error).to.be.an.instanceOf(TypeError)
  expect((error as TypeError).message).to.include(message)
}

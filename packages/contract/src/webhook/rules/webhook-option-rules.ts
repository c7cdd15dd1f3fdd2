import type { WebhookHandlerOptions } from '@secure-uploading/server'
import { expect } from 'chai'
import type { WebhookRule } from '../webhook-harness.js'

/** Invalid options, with the rule that rejects them and a part of the error message. */
const MISTAKES: readonly (readonly [rule: string, options: Record<string, unknown>, message: string])[] = [
  ['options without "signingSecret"', { signingSecret: undefined }, '"signingSecret" is missing or blank'],
  ['a blank "signingSecret"', { signingSecret: ' \t' }, '"signingSecret" is missing or blank'],
  [
    '"signingSecret" with a trailing line break',
    { signingSecret: 's\n' },
    '"signingSecret" has leading or trailing whitespace',
  ],
  [
    '"signingSecret" with a byte order mark',
    { signingSecret: '\uFEFFsecret' },
    '"signingSecret" has leading or trailing whitespace',
  ],
  [
    'a list with a signing secret with whitespace',
    { signingSecret: ['good', 'old '] },
    '"signingSecret" has leading or trailing whitespace',
  ],
  [
    '"signingSecret" with a line break inside',
    { signingSecret: 'a\nb' },
    '"signingSecret" contains a line break',
  ],
  [
    '"receipts.secret" with a trailing line break',
    { receipts: { secret: 'good\r\n' } },
    '"receipts.secret" has leading or trailing whitespace',
  ],
  ['an empty list of signing secrets', { signingSecret: [] }, '"signingSecret"'],
  ['a list with a blank signing secret', { signingSecret: ['good', ''] }, '"signingSecret"'],
  ['options without "onEvent"', { onEvent: undefined }, '"onEvent"'],
  ['"onEvent" that is not a function', { onEvent: 'log' }, '"onEvent"'],
  ['"receipts" that is not an object', { receipts: true }, '"receipts"'],
  ['"receipts" without "secret"', { receipts: {} }, '"receipts.secret"'],
  ['a blank "receipts.secret"', { receipts: { secret: '' } }, '"receipts.secret"'],
  [
    'an unknown option in "receipts"',
    { receipts: { secret: 'good', subject: 'ada' } },
    'Unknown option "receipts.subject".',
  ],
  ['"maxBodyBytes" of zero', { maxBodyBytes: 0 }, '"maxBodyBytes" must be a positive whole number of bytes'],
  [
    '"maxBodyBytes" that is text',
    { maxBodyBytes: '1mb' },
    '"maxBodyBytes" must be a positive whole number of bytes',
  ],
  ['a hook that is not a function', { onDeny: 'log' }, '"onDeny"'],
  ['an unknown option', { secret: 'x' }, 'Unknown option "secret".'],
]

export const webhookOptionRules: readonly WebhookRule[] = MISTAKES.map(([rule, options, message]) => ({
  name: `rejects ${rule}`,
  async check(harness) {
    const error = await harness.serve(options as Partial<WebhookHandlerOptions<unknown[]>>).then(
      () => undefined,
      (error: unknown) => error,
    )
    expect(error).to.be.an.instanceOf(TypeError)
    expect((error as TypeError).message).to.include(message)
  },
}))

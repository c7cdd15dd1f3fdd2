import { expect, it } from 'vitest'
import type { JournalEntry } from '../../src/control/state/journal.js'
import { jsonLine, textLine } from '../../src/node/log-line.js'

const entry: JournalEntry = {
  number: 1,
  endpoint: 'base',
  method: 'POST',
  path: '/base/',
  receivedAtMs: Date.UTC(2026, 0, 2, 3, 4, 5),
  concurrentRequests: 1,
  credential: 'none',
  faults: [],
}

it.each<[string, Partial<JournalEntry>, string]>([
  ['an upload', { status: 200 }, '03:04:05 POST /base/ 200'],
  [
    'a request whose connection was dropped',
    { faults: ['drop'] },
    '03:04:05 POST /base/ dropped [fault: drop]',
  ],
  [
    'a refusal with a hint',
    {
      status: 403,
      errorCode: 'SignatureInvalidError',
      verdict: {
        valid: false,
        code: 'SignatureInvalidError',
        status: 403,
        message: 'Invalid signature.',
        hint: 'It is Base64.',
      },
    },
    '03:04:05 POST /base/ 403 SignatureInvalidError — It is Base64.',
  ],
  [
    'a refusal without a hint',
    {
      status: 403,
      errorCode: 'SignatureInvalidError',
      verdict: { valid: false, code: 'SignatureInvalidError', status: 403, message: 'Invalid signature.' },
    },
    '03:04:05 POST /base/ 403 SignatureInvalidError',
  ],
  [
    'an undelivered webhook',
    {
      endpoint: 'webhook',
      path: 'http://127.0.0.1:1/hook',
      event: 'file.uploaded',
      failure: 'connect ECONNREFUSED',
    },
    '03:04:05 POST http://127.0.0.1:1/hook unreachable file.uploaded — connect ECONNREFUSED',
  ],
])('the log line of %s is complete', (_what, change, line) => {
  expect(textLine({ ...entry, ...change })).toBe(line)
  expect(JSON.parse(jsonLine({ ...entry, status: 200 }))).toEqual({
    event: 'request',
    ...entry,
    status: 200,
  })
})

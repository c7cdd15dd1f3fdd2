import { expect, it } from 'vitest'
import { failureOf } from '../../src/upload/failure-of.js'

it.each<[string, unknown, object]>([
  [
    'an error with a code',
    Object.assign(new Error('No.'), { code: 'ERR_X' }),
    { code: 'ERR_X', message: 'No.' },
  ],
  ['a code that is a number', Object.assign(new Error('No.'), { code: 20 }), { message: 'No.' }],
  ['an error without words', new RangeError(''), { message: 'RangeError' }],
  [
    'a file that changed',
    new DOMException('…', 'NotReadableError'),
    { message: 'The file changed while it was uploaded.' },
  ],
  [
    'a page instead of JSON',
    new SyntaxError('Unexpected token'),
    { message: expect.stringContaining('https://upload.example/v1 does not answer as') as unknown },
  ],
  ['what is no error', 'No.', { message: 'No.' }],
])('tells why an upload failed by %s', (_what, error, failure) => {
  expect(failureOf(error, 'https://upload.example/v1')).toEqual(failure)
})

import { describe, expect, it } from 'vitest'
import { failureOf } from '../../src/upload/failure-of.js'

describe('failureOf', () => {
  it.each<[string, unknown, object]>([
    [
      'an error with a code',
      Object.assign(new Error('No.'), { code: 'ERR_X' }),
      { code: 'ERR_X', message: 'No.' },
    ],
    ['a code that is a number', Object.assign(new Error('No.'), { code: 20 }), { message: 'No.' }],
    ['an error without a message', new RangeError(''), { message: 'RangeError' }],
    [
      'a file that changed',
      new DOMException('…', 'NotReadableError'),
      { message: 'The file changed during the upload.' },
    ],
    [
      'a page instead of JSON',
      new SyntaxError('Unexpected token'),
      { message: expect.stringContaining('https://upload.example/v1 did not respond like') as unknown },
    ],
    ['a string', 'No.', { message: 'No.' }],
  ])('describes %s', (_what, error, failure) => {
    expect(failureOf(error, 'https://upload.example/v1')).toEqual(failure)
  })
})

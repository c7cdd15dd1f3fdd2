import { ACCEPT_TABLE, TOO_LARGE_TABLE } from '@secure-uploading/contract/rules'
import { describe, expect, it } from 'vitest'
import { assertFile, assertFileCount, isAccepted } from '../../src/routes/assert-file.js'

describe('the accepted types of a route', () => {
  it.each(ACCEPT_TABLE)('are %j: whether %s is accepted is %s', (accept, type, expected) => {
    expect(isAccepted(accept, type)).toBe(expected)
  })
})

describe('a file', () => {
  const rules = { accept: ['image/*'], maxBytes: 10, maxFiles: 2 }
  it.each(TOO_LARGE_TABLE)(
    'says in units that people read that %d bytes are more than %d',
    (size, maxBytes, message) => {
      expect(() => assertFile({ size } as File, { maxBytes })).toThrow(message)
    },
  )

  const fileOf = (bytes: number, type = 'image/png') => new Blob([new Uint8Array(bytes)], { type })

  it('of the largest size and an accepted type is accepted', () => {
    assertFile(fileOf(10), rules)
    assertFile(new Uint8Array(10), rules)
    assertFile(fileOf(11), {})
  })

  it.each([fileOf(11), new Uint8Array(11)])(
    'that is too large is rejected with the limit and its size',
    (file) => {
      expect(() => assertFile(file, rules)).toThrow(
        expect.objectContaining({ code: 'ERR_FILE_TOO_LARGE', data: { maxBytes: 10, sizeBytes: 11 } }),
      )
    },
  )

  it('of another type is rejected with the types and its type', () => {
    const expected = { code: 'ERR_FILE_TYPE', data: { accept: ['image/*'], type: 'text/html' } }
    expect(() => assertFile(fileOf(1, 'text/html'), rules)).toThrow(expect.objectContaining(expected))
    expect(() => assertFile(fileOf(1), rules, 'text/html')).toThrow(expect.objectContaining(expected))
  })

  it('of a type that the browser does not know is left to the server, like a URL', () => {
    assertFile(fileOf(1, ''), rules)
    assertFile('https://example.com/cat.html', rules)
  })

  it('over the number of files is rejected with the limit and the number', () => {
    assertFileCount(2, rules)
    assertFileCount(100, {})
    expect(() => assertFileCount(3, rules)).toThrow(
      expect.objectContaining({ code: 'ERR_TOO_MANY_FILES', data: { maxFiles: 2, fileCount: 3 } }),
    )
  })
})

import { describe, expect, expectTypeOf, it, vi } from 'vitest'
import {
  isSecureUploadError,
  SecureUploadError,
  type SecureUploadErrorCode,
  type SecureUploadErrorOf,
} from '../../src/token/index.js'

describe('SecureUploadError', () => {
  it('carries its code, status, cause and whether a retry can succeed', () => {
    const cause = new Error('socket hang up')
    const error = new SecureUploadError('ERR_RATE_LIMITED', 'Try again later.', {
      status: 429,
      retryable: true,
      cause,
    })
    expect(error).toMatchObject({
      name: 'SecureUploadError',
      code: 'ERR_RATE_LIMITED',
      status: 429,
      retryable: true,
      cause,
    })
    expect(String(error)).toBe('SecureUploadError: Try again later.')
  })

  it('has no cause and no status, and is not retryable, by default', () => {
    const error = new SecureUploadError('ERR_FORBIDDEN', 'No.')
    expect(error.status).toBeUndefined()
    expect(error.retryable).toBe(false)
    expect('cause' in error).toBe(false)
  })
})

describe('isSecureUploadError', () => {
  it('recognizes an error by its class and by its code', () => {
    const error = new SecureUploadError('ERR_FORBIDDEN', 'No.')
    expect(isSecureUploadError(error)).toBe(true)
    expect(isSecureUploadError(error, 'ERR_FORBIDDEN')).toBe(true)
    expect(isSecureUploadError(error, 'ERR_INTERNAL')).toBe(false)
  })

  it('narrows the type to the code, and only for that code', () => {
    const error: unknown = new SecureUploadError('ERR_FORBIDDEN', 'No.')
    if (isSecureUploadError(error, 'ERR_FORBIDDEN')) {
      expectTypeOf(error).toExtend<SecureUploadError>()
      expectTypeOf(error.code).toEqualTypeOf<'ERR_FORBIDDEN'>()
    }
    if (isSecureUploadError(error)) {
      expectTypeOf(error).toExtend<SecureUploadError>()
      expectTypeOf(error.code).toEqualTypeOf<SecureUploadErrorCode>()
      if (!isSecureUploadError(error, 'ERR_FORBIDDEN')) {
        expectTypeOf(error.code).toEqualTypeOf<Exclude<SecureUploadErrorCode, 'ERR_FORBIDDEN'>>()
      }
    } else {
      expectTypeOf(error).toEqualTypeOf<unknown>()
    }
  })

  it('works as a filter callback', () => {
    const error = new SecureUploadError('ERR_FORBIDDEN', 'No.')
    const found = [error, new Error('no'), error].filter(isSecureUploadError)
    expectTypeOf(found).toEqualTypeOf<SecureUploadErrorOf<SecureUploadErrorCode>[]>()
    expect(found).toEqual([error, error])
  })

  it('narrows the data by the code', () => {
    const data = { maxBytes: 5, sizeBytes: 6 }
    const error: unknown = new SecureUploadError('ERR_FILE_TOO_LARGE', 'Too large.', { data })
    expect(isSecureUploadError(error, 'ERR_FILE_TOO_LARGE') && error.data?.maxBytes).toBe(5)
    if (!isSecureUploadError(error)) return
    if (error.code === 'ERR_FILE_TOO_LARGE') {
      expectTypeOf(error.data).toEqualTypeOf<{ maxBytes: number; sizeBytes: number } | undefined>()
    } else if (error.code === 'ERR_RATE_LIMITED') {
      expectTypeOf(error.data).toEqualTypeOf<{ retryAfterMs: number } | undefined>()
    } else if (error.code === 'ERR_FORBIDDEN') {
      expectTypeOf(error.data).toEqualTypeOf<undefined>()
    }
  })

  it('does not compile with the data of another code', () => {
    const data = { maxBytes: 5, sizeBytes: 6 }
    // @ts-expect-error The data belongs to ERR_FILE_TOO_LARGE.
    const error = new SecureUploadError('ERR_FILE_TYPE', 'Wrong type.', { data })
    expect(error.data).toBe(data)
    expect(new SecureUploadError('ERR_FORBIDDEN', 'No.').data).toBeUndefined()
  })

  it('recognizes an error from another copy of this package', async () => {
    vi.resetModules()
    const copy = await import('../../src/token/index.js')
    const foreign = new copy.SecureUploadError('ERR_INTERNAL', 'Elsewhere.')
    expect(foreign).not.toBeInstanceOf(SecureUploadError)
    expect(isSecureUploadError(foreign, 'ERR_INTERNAL')).toBe(true)
  })

  it('recognizes an error from another version of this package by the shared symbol', () => {
    const foreign = Object.assign(new Error('Elsewhere.'), {
      [Symbol.for('@secure-uploading/SecureUploadError')]: true,
      code: 'ERR_INTERNAL',
    })
    expect(isSecureUploadError(foreign, 'ERR_INTERNAL')).toBe(true)
  })

  it.each([undefined, null, 'ERR_FORBIDDEN', new Error('no'), { code: 'ERR_FORBIDDEN' }])(
    'rejects %o',
    (value) => {
      expect(isSecureUploadError(value)).toBe(false)
    },
  )
})

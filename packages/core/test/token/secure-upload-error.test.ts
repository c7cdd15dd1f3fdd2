import { describe, expect, expectTypeOf, test, vi } from 'vitest'
import { isSecureUploadError, SecureUploadError } from '../../src/token/index.js'

describe('SecureUploadError', () => {
  test('carries its code, status, cause and whether another try may help', () => {
    const cause = new Error('socket hang up')
    const error = new SecureUploadError('ERR_RATE_LIMITED', 'Wait a little.', {
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
    expect(String(error)).toBe('SecureUploadError: Wait a little.')
  })

  test('has no cause, no status and no hope unless they are given', () => {
    const error = new SecureUploadError('ERR_FORBIDDEN', 'No.')
    expect(error.status).toBeUndefined()
    expect(error.retryable).toBe(false)
    expect('cause' in error).toBe(false)
  })
})

describe('isSecureUploadError', () => {
  test('knows its own, by code too', () => {
    const error = new SecureUploadError('ERR_FORBIDDEN', 'No.')
    expect(isSecureUploadError(error)).toBe(true)
    expect(isSecureUploadError(error, 'ERR_FORBIDDEN')).toBe(true)
    expect(isSecureUploadError(error, 'ERR_INTERNAL')).toBe(false)
  })

  test('tells the compiler which code it is, and of another code nothing but that it is another', () => {
    const error: unknown = new SecureUploadError('ERR_FORBIDDEN', 'No.')
    if (isSecureUploadError(error, 'ERR_FORBIDDEN')) {
      expectTypeOf(error).toExtend<SecureUploadError>()
      expectTypeOf(error.code).toEqualTypeOf<'ERR_FORBIDDEN'>()
    }
    if (isSecureUploadError(error)) {
      expectTypeOf(error).toEqualTypeOf<SecureUploadError>()
      if (!isSecureUploadError(error, 'ERR_FORBIDDEN')) expectTypeOf(error).toEqualTypeOf<SecureUploadError>()
    } else {
      expectTypeOf(error).toEqualTypeOf<unknown>()
    }
  })

  test('finds all of its own among other errors', () => {
    const error = new SecureUploadError('ERR_FORBIDDEN', 'No.')
    const found = [error, new Error('no'), error].filter(isSecureUploadError)
    expectTypeOf(found).toEqualTypeOf<SecureUploadError[]>()
    expect(found).toEqual([error, error])
  })

  test('knows the error of another copy of this package', async () => {
    vi.resetModules()
    const copy = await import('../../src/token/index.js')
    const foreign = new copy.SecureUploadError('ERR_INTERNAL', 'Elsewhere.')
    expect(foreign).not.toBeInstanceOf(SecureUploadError)
    expect(isSecureUploadError(foreign, 'ERR_INTERNAL')).toBe(true)
  })

  test('knows the error of another version of this package by the symbol that all of them share', () => {
    const foreign = Object.assign(new Error('Elsewhere.'), {
      [Symbol.for('@secure-uploading/SecureUploadError')]: true,
      code: 'ERR_INTERNAL',
    })
    expect(isSecureUploadError(foreign, 'ERR_INTERNAL')).toBe(true)
  })

  test.each([undefined, null, 'ERR_FORBIDDEN', new Error('no'), { code: 'ERR_FORBIDDEN' }])(
    'is not fooled by %o',
    (value) => {
      expect(isSecureUploadError(value)).toBe(false)
    },
  )
})

import { describe, expect, it, vi } from 'vitest'

// The tests of this package share their modules, so this one loads its own copy.
vi.resetModules()
vi.doMock('../../src/token/docs-url.js', () => ({ DOCS_URL: 'https://docs.example' }))
const { SecureUploadError } = await import('../../src/token/secure-upload-error.js')
vi.doUnmock('../../src/token/docs-url.js')

describe('the message of a SecureUploadError', () => {
  it('links the page of its code when only a developer can mend the cause', () => {
    expect(new SecureUploadError('ERR_TOKEN_REFUSED', 'Uploadcare refused the token.').message).toBe(
      'Uploadcare refused the token. See https://docs.example/errors#ERR_TOKEN_REFUSED',
    )
  })

  it.each(['ERR_TOO_MANY_FILES', 'ERR_UNAUTHENTICATED', 'ERR_QUOTA_EXCEEDED', 'ERR_RATE_LIMITED'] as const)(
    'has no link for %s, which pages show to their users',
    (code) => {
      expect(new SecureUploadError(code, 'Sign in to upload.').message).toBe('Sign in to upload.')
    },
  )
})

import {
  SecureUploadError,
  type Authorize,
  type TokenHandlerOptions,
  type UploadsHandlerOptions,
} from '@secure-uploading/server'

/**
 * Translates the errors of `redirect()`, `unauthorized()`, `forbidden()` and `notFound()` in `authorize` into those of the
 * endpoint: a script that requests a token cannot follow a redirect to a sign-in page.
 */
export function translateNextErrors<Args extends unknown[]>(
  options: TokenHandlerOptions<Args>,
): TokenHandlerOptions<Args> {
  const { authorize } = options
  return typeof authorize === 'function' ? { ...options, authorize: translateErrorsOf(authorize) } : options
}

/** Translates the errors of the endpoint's `authorize` and of each upload route's. */
export function translateUploadErrors<Args extends unknown[]>(
  options: UploadsHandlerOptions<Args>,
): UploadsHandlerOptions<Args> {
  const { authorize, uploads } = options
  // The endpoint rejects invalid options with its message.
  if (!isFunction(authorize) || !isUploads(uploads)) return options
  const routes = [...uploads['~routes']].map(([name, route]) => {
    const translated = route.authorize && { authorize: translateErrorsOf(route.authorize) }
    return [name, { ...route, ...translated }] as const
  })
  return {
    ...options,
    authorize: translateErrorsOf(authorize),
    uploads: { ...uploads, '~routes': new Map(routes) },
  }
}

const isFunction = (value: unknown): boolean => typeof value === 'function'
const isUploads = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && '~routes' in value

function translateErrorsOf<Args extends unknown[]>(authorize: Authorize<Args>): Authorize<Args> {
  return async (...args) => {
    try {
      return await authorize(...args)
    } catch (error) {
      throw translate(error)
    }
  }
}

// Next marks its errors with a digest: NEXT_REDIRECT;…, NEXT_HTTP_ERROR_FALLBACK;401, and NEXT_NOT_FOUND before Next 15.
// https://github.com/vercel/next.js/tree/canary/packages/next/src/client/components
function translate(error: unknown): unknown {
  if (typeof error !== 'object' || error === null || !('digest' in error)) return error
  const digest = String(error.digest)
  if (digest.startsWith('NEXT_REDIRECT;') || digest === 'NEXT_HTTP_ERROR_FALLBACK;401') {
    return new SecureUploadError('ERR_UNAUTHENTICATED', 'Next requires a sign-in', { cause: error })
  }
  if (digest.startsWith('NEXT_HTTP_ERROR_FALLBACK;') || digest === 'NEXT_NOT_FOUND') {
    return new SecureUploadError('ERR_FORBIDDEN', 'Next forbids the request', { cause: error })
  }
  return error
}

import { isSecureUploadError } from '@secure-uploading/core'
import { Denial } from '../answer/denial.js'
import type { Credential, TokenHandlerOptions } from '../options/token-handler-options.js'
import type { Authorization, Grant } from './grant.js'
import { parseGrant } from './parse-grant.js'

/** Asks the app who may upload: gives a grant, or throws the denial. */
export function createAuthorizer<Args extends unknown[]>({
  authorize,
  credential = 'signature',
}: TokenHandlerOptions<Args>): (args: Args) => Promise<Grant> {
  if (authorize === 'anyone') return () => Promise.resolve({})
  return async (args) => {
    let authorization: Authorization
    try {
      authorization = await authorize(...args)
    } catch (error) {
      throw denialFor(error)
    }
    return grantFrom(authorization, credential)
  }
}

/** An app may say no by throwing. What else it throws is an error of its own. */
function denialFor(error: unknown): unknown {
  if (isSecureUploadError(error, 'ERR_UNAUTHENTICATED'))
    return new Denial('unauthenticated', { cause: error })
  if (isSecureUploadError(error, 'ERR_FORBIDDEN')) return new Denial('forbidden', { cause: error })
  return error
}

function grantFrom(authorization: Authorization, credential: Credential): Grant {
  if (authorization === null || authorization === undefined) throw new Denial('unauthenticated')
  if (authorization === false) throw new Denial('forbidden')
  return authorization === true ? {} : parseGrant(authorization, credential)
}

import { isSecureUploadError } from '@secure-uploading/core'
import { Denial } from '../answer/denial.js'
import type { Credential, TokenHandlerOptions } from '../options/token-handler-options.js'
import type { Authorization, Grant } from './grant.js'
import { parseGrant } from './parse-grant.js'

/** Asks the app who may upload: gives a grant, or throws the denial. */
export function createAuthorizer<Args extends unknown[]>({
  authorize,
  credential = 'signature',
}: TokenHandlerOptions<Args>): (args: Args) => Grant | Promise<Grant> {
  if (authorize === 'anyone') return () => ({})
  return (args) => {
    try {
      const authorization = authorize(...args)
      // Many an app knows at once, and need not wait for one more promise.
      return isPending(authorization)
        ? grantLater(authorization, credential)
        : grantFrom(authorization, credential)
    } catch (error) {
      throw denialFor(error)
    }
  }
}

const isPending = (authorization: unknown): authorization is PromiseLike<Authorization> =>
  typeof authorization === 'object' && authorization !== null && 'then' in authorization

async function grantLater(authorization: PromiseLike<Authorization>, credential: Credential): Promise<Grant> {
  try {
    return grantFrom(await authorization, credential)
  } catch (error) {
    throw denialFor(error)
  }
}

/** An app may say no by throwing. Whatever else is thrown is an error. */
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

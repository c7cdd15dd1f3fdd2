import { isSecureUploadError } from '@secure-uploading/core'
import type { Credential } from './credential.js'
import { TokenDenial } from './denial.js'
import { parseGrant, type Authorization, type Authorize, type Grant } from './grant.js'

/** Creates a function that returns the user's grant, or throws the denial. */
export function createAuthorizer<Args extends unknown[]>(
  authorize: 'anyone' | Authorize<Args>,
  credential: Credential,
): (args: Args) => Promise<Grant> {
  return async (args) => {
    if (authorize === 'anyone') return {}
    let authorization: Authorization
    try {
      authorization = await authorize(...args)
    } catch (error) {
      throw toDenial(error)
    }
    if (authorization === null || authorization === undefined) throw new TokenDenial('unauthenticated')
    if (authorization === false) throw new TokenDenial('forbidden')
    return authorization === true ? {} : parseGrant(authorization, credential)
  }
}

/** An app may refuse by throwing; any other error stays an error. */
function toDenial(error: unknown): unknown {
  if (isSecureUploadError(error, 'ERR_UNAUTHENTICATED'))
    return new TokenDenial('unauthenticated', { cause: error })
  if (isSecureUploadError(error, 'ERR_FORBIDDEN')) return new TokenDenial('forbidden', { cause: error })
  return error
}

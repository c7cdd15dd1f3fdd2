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
  return async (args) => grantFrom(await askApp(() => authorize(...args)), credential)
}

async function askApp(ask: () => Authorization | Promise<Authorization>): Promise<Authorization> {
  try {
    return await ask()
  } catch (error) {
    if (isSecureUploadError(error, 'ERR_UNAUTHENTICATED'))
      throw new Denial('unauthenticated', { cause: error })
    if (isSecureUploadError(error, 'ERR_FORBIDDEN')) throw new Denial('forbidden', { cause: error })
    throw error
  }
}

function grantFrom(authorization: Authorization, credential: Credential): Grant {
  if (authorization === null || authorization === undefined) throw new Denial('unauthenticated')
  if (authorization === false) throw new Denial('forbidden')
  return authorization === true ? {} : parseGrant(authorization, credential)
}

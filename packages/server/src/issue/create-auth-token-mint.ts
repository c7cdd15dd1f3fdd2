import { generateAuthToken } from '@secure-uploading/core'
import type { TokenHandlerOptions } from '../options/token-handler-options.js'
import type { Mint } from './create-token-issuer.js'

/**
 * Mints auth tokens, each with a name of its own: two that are granted the same within one second would be one token
 * otherwise, and share their operations.
 */
export function createAuthTokenMint<Args extends unknown[]>({
  now = Date.now,
  createTokenId = () => crypto.randomUUID(),
}: TokenHandlerOptions<Args>): Mint {
  return async ({ secretKey }, { subject, scope, operations }, expiresIn) => {
    const nowMs = now()
    const tokenId = createTokenId()
    const authToken = await generateAuthToken(
      secretKey,
      {
        expiresIn,
        tokenId,
        ...(subject === undefined ? {} : { subject }),
        ...(scope === undefined ? {} : { scope }),
        ...(operations === undefined ? {} : { operations }),
      },
      { now: () => nowMs },
    )
    return { credential: { authToken }, expire: Math.ceil(nowMs / 1000) + expiresIn, tokenId }
  }
}

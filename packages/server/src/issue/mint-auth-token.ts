import { generateAuthToken } from '@secure-uploading/core'
import type { Mint } from './create-token-issuer.js'

/** Mints auth tokens: what is granted goes into them. */
export const mintAuthToken: Mint = async ({ secretKey, grant, nowMs, expire, tokenId }) => {
  const { subject, scope, operations } = grant
  const authToken = await generateAuthToken(
    secretKey,
    {
      expiresAt: expire,
      tokenId,
      ...(subject === undefined ? {} : { subject }),
      ...(scope === undefined ? {} : { scope }),
      ...(operations === undefined ? {} : { operations }),
    },
    { now: () => nowMs },
  )
  return { authToken }
}

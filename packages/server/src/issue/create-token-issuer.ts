import type { Grant } from '../authorize/grant.js'
import type { TokenIssued } from '../hooks/token-issued.js'
import type { Keys } from '../keys/create-key-ring.js'
import type { TokenHandlerOptions } from '../options/token-handler-options.js'

export interface IssuedToken {
  /** What the client is sent. */
  body: { publicKey: string; secureSignature: string; secureExpire: string; expiresIn: number }
  /** What the hook is told. */
  event: TokenIssued
}

const DEFAULT_LIFETIME_SECONDS = 1800

/** Signs what was granted, and tells how much of it is left by the server's clock. */
export function createTokenIssuer<Args extends unknown[]>(
  options: TokenHandlerOptions<Args>,
): (keys: Keys, grant: Grant) => Promise<IssuedToken> {
  const { expiresIn: usualLifetime = DEFAULT_LIFETIME_SECONDS, now = Date.now } = options

  return async ({ publicKey, signer }, grant) => {
    const token = await signer.sign({ expiresIn: grant.expiresIn ?? usualLifetime })
    const expire = Number(token.secureExpire)
    const expiresIn = Math.max(1, Math.floor(expire - now() / 1000))
    const { subject } = grant
    return {
      body: { publicKey, ...token, expiresIn },
      event: {
        ...(subject === undefined ? {} : { subject }),
        publicKey,
        credential: 'signature',
        expiresIn,
        expiresAt: new Date(expire * 1000),
      },
    }
  }
}

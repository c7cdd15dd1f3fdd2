import type { Credential } from '../options/token-handler-options.js'

/** Told to `onIssue`. It holds neither a secret nor the token. */
export interface TokenIssued {
  /** Who got it, as `authorize` named them. */
  subject?: string
  publicKey: string
  credential: Credential
  /** The name of this very token: the `jti` of an auth token, and what its receipt calls it. Not without either. */
  tokenId?: string
  /** What was left of the token's life when it was sent, in whole **seconds**. */
  expiresIn: number
  expiresAt: Date
}

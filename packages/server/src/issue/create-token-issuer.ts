import type { SecureToken } from '@secure-uploading/core'
import type { Grant } from '../authorize/grant.js'
import type { TokenIssued } from '../hooks/token-issued.js'
import type { Keys } from '../keys/create-key-ring.js'
import type { TokenHandlerOptions } from '../options/token-handler-options.js'
import { createReceiptMint } from '../receipts/create-receipt-mint.js'
import { createAuthTokenMint } from './create-auth-token-mint.js'
import { createSignatureMint } from './create-signature-mint.js'

/** Makes one kind of credential. */
export type Mint = (keys: Keys, grant: Grant, lifetimeSeconds: number) => Promise<Minted>

export interface Minted {
  /** What the client attaches to its uploads. */
  credential: Readonly<SecureToken> | { authToken: string }
  /** When it ends, in Unix **seconds**. */
  expire: number
  /** The name of this very token, where its kind has one. */
  tokenId?: string
}

export interface IssuedToken {
  /** What the client is sent. */
  body: { publicKey: string; expiresIn: number; uploadReceipt: string | undefined } & Minted['credential']
  /** What the hook is told, made when there is one. */
  event: () => TokenIssued
}

const DEFAULT_LIFETIME_SECONDS = 1800

/** Turns a grant into a token, and tells how much of it is left by the server's clock. */
export function createTokenIssuer<Args extends unknown[]>(
  options: TokenHandlerOptions<Args>,
): (keys: Keys, grant: Grant, args: Args) => Promise<IssuedToken> {
  const { credential: kind = 'signature', expiresIn: usualLifetime = DEFAULT_LIFETIME_SECONDS } = options
  const { now = Date.now, createTokenId = () => crypto.randomUUID() } = options
  const mintReceipt = createReceiptMint(options)
  const mint = kind === 'jwt' ? createAuthTokenMint(options) : createSignatureMint(options)

  return async (keys, grant, args) => {
    const minted = await mint(keys, grant, grant.expiresIn ?? usualLifetime)
    const { credential, expire } = minted
    const { publicKey } = keys
    const { subject } = grant
    const tokenId = minted.tokenId ?? (mintReceipt && createTokenId())
    const uploadReceipt =
      mintReceipt && (await mintReceipt({ subject, publicKey, tokenId: tokenId ?? '', expire }, args))
    const expiresIn = Math.max(1, Math.floor(expire - now() / 1000))
    return {
      body: { publicKey, ...credential, expiresIn, uploadReceipt },
      event: () => ({
        ...(subject === undefined ? {} : { subject }),
        publicKey,
        credential: kind,
        ...(tokenId === undefined ? {} : { tokenId }),
        expiresIn,
        expiresAt: new Date(expire * 1000),
      }),
    }
  }
}

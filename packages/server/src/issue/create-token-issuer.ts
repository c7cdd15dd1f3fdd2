import type { Grant } from '../authorize/grant.js'
import { ignoreRejection } from '../hooks/ignore-rejection.js'
import type { TokenIssued } from '../hooks/token-issued.js'
import type { Keys } from '../keys/create-key-ring.js'
import type { TokenHandlerOptions } from '../options/token-handler-options.js'
import { createReceiptMint } from '../receipts/create-receipt-mint.js'
import { createSignatureMint } from './create-signature-mint.js'
import { createTokenWriter, type UploadCredential } from './create-token-writer.js'
import { mintAuthToken } from './mint-auth-token.js'

/** Makes one kind of credential. */
export type Mint = (order: TokenOrder) => Promise<UploadCredential>

/** What a token is made of. */
export interface TokenOrder {
  secretKey: string
  grant: Grant
  /** The time at which it is issued, in Unix **milliseconds**. */
  nowMs: number
  /** When it ends, in Unix **seconds**. */
  expire: number
  /** Its own name: two that are granted the same within one second would be one token otherwise, and share their operations. */
  tokenId: string
}

export interface IssuedToken {
  /** What the client is sent. */
  json: string
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
  const mint = kind === 'jwt' ? mintAuthToken : createSignatureMint(options)
  const write = createTokenWriter()
  const isNamed = kind === 'jwt' || mintReceipt !== undefined

  return async ({ publicKey, secretKey }, grant, args) => {
    const { subject } = grant
    const nowMs = now()
    const expire = Math.ceil(nowMs / 1000) + (grant.expiresIn ?? usualLifetime)
    const tokenId = isNamed ? checkedTokenId(createTokenId()) : ''
    const credential = await mint({ secretKey, grant, nowMs, expire, tokenId })
    const uploadReceipt =
      mintReceipt && (await mintReceipt({ subject, publicKey, tokenId, nowMs, expire }, args))
    const expiresIn = Math.max(1, Math.floor(expire - now() / 1000))
    return {
      json: write({ publicKey, credential, expiresIn, uploadReceipt }),
      event: () => ({
        ...(subject === undefined ? {} : { subject }),
        publicKey,
        credential: kind,
        ...(isNamed ? { tokenId } : {}),
        expiresIn,
        expiresAt: new Date(expire * 1000),
      }),
    }
  }
}

function checkedTokenId(tokenId: unknown): string {
  if (typeof tokenId === 'string' && tokenId !== '') return tokenId
  ignoreRejection(tokenId)
  throw new TypeError('"createTokenId" must return a string that is not empty, and no promise of one')
}

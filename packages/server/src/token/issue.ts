import { ignoreRejection } from '../options/hooks.js'
import type { Keys } from '../options/keys.js'
import { createReceiptIssuer } from '../receipt/issue.js'
import { createAuthTokenCredential, createSignatureCredential } from './credential.js'
import type { TokenIssued } from './events.js'
import type { Grant } from './grant.js'
import type { TokenSettings } from './options.js'

/** An issued token. */
export interface IssuedToken {
  /** The JSON that is sent to the client. */
  json: string
  /** Creates the event for `onIssue`. */
  event: () => TokenIssued
}

/** What the token of an upload route carries, in addition. */
export interface RouteDetails {
  route: string
  rules: object
  metadata: Readonly<Record<string, string>> | undefined
}

/** Creates a function that issues the token of a grant, with its remaining lifetime by the server's clock. */
export function createTokenIssuer<Args extends unknown[]>({
  credential: kind,
  expiresIn: defaultLifetime,
  now,
  createTokenId,
  receipts,
}: TokenSettings<Args>): (
  keys: Keys,
  grant: Grant,
  args: Args,
  details?: RouteDetails,
) => Promise<IssuedToken> {
  const createCredential = kind === 'jwt' ? createAuthTokenCredential : createSignatureCredential(now)
  const issueReceipt = receipts && createReceiptIssuer(receipts)
  const needsTokenId = kind === 'jwt' || issueReceipt !== undefined

  return async ({ publicKey, secretKey }, grant, args, details) => {
    const { subject, scope, operations } = grant
    const nowMs = now()
    const expire = Math.ceil(nowMs / 1000) + (grant.expiresIn ?? defaultLifetime)
    const tokenId = needsTokenId ? checkTokenId(createTokenId()) : ''
    const input = { secretKey, nowMs, expire, tokenId, subject, scope, operations }
    const credential = await createCredential(input)
    const { route, rules, metadata } = details ?? {}
    const receiptInput = { subject, publicKey, tokenId, nowMs, expire, route, metadata }
    const uploadReceipt = issueReceipt && (await issueReceipt(receiptInput, args))
    const expiresIn = Math.max(1, Math.floor(expire - now() / 1000))
    return {
      json: JSON.stringify({ publicKey, ...credential, expiresIn, uploadReceipt, rules, metadata }),
      event: () => ({
        ...(subject === undefined ? {} : { subject }),
        publicKey,
        credential: kind,
        ...(needsTokenId ? { tokenId } : {}),
        ...(route === undefined ? {} : { route }),
        expiresIn,
        expiresAt: new Date(expire * 1000),
      }),
    }
  }
}

function checkTokenId(tokenId: unknown): string {
  if (typeof tokenId === 'string' && tokenId !== '') return tokenId
  ignoreRejection(tokenId)
  throw new TypeError('"createTokenId" must synchronously return a non-empty string')
}

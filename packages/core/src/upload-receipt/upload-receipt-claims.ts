import { LAST_UNIX_SECOND } from '../token/last-unix-second.js'
import { isRouteName } from './upload-route.js'

/** The claims of a receipt. */
export interface UploadReceiptClaims {
  /** The user that the token was issued to. */
  subject: string
  /** The public key of the token's project. */
  publicKey: string
  /** The unique ID of the token that the receipt was issued with. */
  tokenId: string
  /** The upload route, if the receipt is bound to one. */
  route?: string
  /** The SHA-256 of the signed metadata in base64url, if the receipt is bound to metadata. */
  metadataHash?: string
  issuedAt: Date
  /** Uploads after this time are not covered. */
  expiresAt: Date
}

/** The claims as encoded in a receipt, with short names. Times are Unix **seconds**. */
interface EncodedClaims {
  sub: string
  aud: string
  jti: string
  rt?: string
  md?: string
  iat: number
  exp: number
}

export function encodeClaims(claims: UploadReceiptClaims): object {
  const { subject, publicKey, tokenId, route, metadataHash, issuedAt, expiresAt } = claims
  const encoded: EncodedClaims = {
    sub: subject,
    aud: publicKey,
    jti: tokenId,
    ...(route === undefined ? {} : { rt: route }),
    ...(metadataHash === undefined ? {} : { md: metadataHash }),
    iat: Math.floor(issuedAt.getTime() / 1000),
    exp: Math.floor(expiresAt.getTime() / 1000),
  }
  return encoded
}

/** @returns the claims, or `undefined` if they are malformed */
export function decodeClaims(json: unknown): UploadReceiptClaims | undefined {
  if (typeof json !== 'object' || json === null) return undefined
  const { sub, aud, jti, rt, md, iat, exp }: Partial<Record<keyof EncodedClaims, unknown>> = json
  if (!isNonEmptyString(sub) || !isNonEmptyString(aud) || !isNonEmptyString(jti)) return undefined
  if (!isSeconds(iat) || !isSeconds(exp)) return undefined
  if (rt !== undefined && !isRouteName(rt)) return undefined
  if (md !== undefined && !isNonEmptyString(md)) return undefined
  return {
    subject: sub,
    publicKey: aud,
    tokenId: jti,
    ...(rt === undefined ? {} : { route: rt }),
    ...(md === undefined ? {} : { metadataHash: md }),
    issuedAt: new Date(iat * 1000),
    expiresAt: new Date(exp * 1000),
  }
}

function isNonEmptyString(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

function isSeconds(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= LAST_UNIX_SECOND
}

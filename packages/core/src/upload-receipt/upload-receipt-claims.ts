import { LAST_UNIX_SECOND } from '../token/last-unix-second.js'

/** The claims of a receipt. */
export interface UploadReceiptClaims {
  /** The user that the token was issued to. */
  subject: string
  /** The public key of the token's project. */
  publicKey: string
  /** The unique ID of the token that the receipt was issued with. */
  tokenId: string
  issuedAt: Date
  /** Uploads after this time are not covered. */
  expiresAt: Date
}

/** The claims as encoded in a receipt, with short names. Times are Unix **seconds**. */
interface EncodedClaims {
  sub: string
  aud: string
  jti: string
  iat: number
  exp: number
}

export function encodeClaims({
  subject,
  publicKey,
  tokenId,
  issuedAt,
  expiresAt,
}: UploadReceiptClaims): object {
  const encoded: EncodedClaims = {
    sub: subject,
    aud: publicKey,
    jti: tokenId,
    iat: Math.floor(issuedAt.getTime() / 1000),
    exp: Math.floor(expiresAt.getTime() / 1000),
  }
  return encoded
}

/** @returns the claims, or `undefined` if they are malformed */
export function decodeClaims(json: unknown): UploadReceiptClaims | undefined {
  if (typeof json !== 'object' || json === null) return undefined
  const { sub, aud, jti, iat, exp }: Partial<Record<keyof EncodedClaims, unknown>> = json
  if (
    !isNonEmptyString(sub) ||
    !isNonEmptyString(aud) ||
    !isNonEmptyString(jti) ||
    !isSeconds(iat) ||
    !isSeconds(exp)
  )
    return undefined
  return {
    subject: sub,
    publicKey: aud,
    tokenId: jti,
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

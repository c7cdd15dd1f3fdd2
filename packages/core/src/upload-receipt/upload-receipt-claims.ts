import { LAST_UNIX_SECOND } from '../token/last-unix-second.js'

/** What a receipt says. */
export interface UploadReceiptClaims {
  /** Who was given the token, as the backend named them. */
  subject: string
  /** The project that the token was for. */
  publicKey: string
  /** The name of the token that the receipt came with. */
  tokenId: string
  issuedAt: Date
  /** Files that were uploaded later do not have this receipt rightly. */
  expiresAt: Date
}

/** The claims as they are written into a receipt, where every character counts. Times are Unix **seconds**. */
interface WrittenClaims {
  sub: string
  aud: string
  jti: string
  iat: number
  exp: number
}

export function writeClaims({
  subject,
  publicKey,
  tokenId,
  issuedAt,
  expiresAt,
}: UploadReceiptClaims): object {
  const written: WrittenClaims = {
    sub: subject,
    aud: publicKey,
    jti: tokenId,
    iat: Math.floor(issuedAt.getTime() / 1000),
    exp: Math.floor(expiresAt.getTime() / 1000),
  }
  return written
}

/** Reads written claims; `undefined` when they are none. */
export function readClaims(json: unknown): UploadReceiptClaims | undefined {
  if (typeof json !== 'object' || json === null) return undefined
  const { sub, aud, jti, iat, exp }: Partial<Record<keyof WrittenClaims, unknown>> = json
  if (!isText(sub) || !isText(aud) || !isText(jti) || !isSeconds(iat) || !isSeconds(exp)) return undefined
  return {
    subject: sub,
    publicKey: aud,
    tokenId: jti,
    issuedAt: new Date(iat * 1000),
    expiresAt: new Date(exp * 1000),
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

function isSeconds(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= LAST_UNIX_SECOND
}

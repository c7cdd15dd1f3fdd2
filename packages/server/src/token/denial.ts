import type { SecureUploadErrorCode } from '@secure-uploading/core'
import { Denial } from '../http/denial.js'
import type { OriginRefusal } from '../http/origin.js'
import type { TokenDenialReason, TokenDenied } from './events.js'

/** The value of the `Allow` header. */
export const TOKEN_METHODS = 'POST, OPTIONS'

const ANSWERS: Record<TokenDenialReason, { status: number; code: SecureUploadErrorCode; message: string }> = {
  method: { status: 405, code: 'ERR_METHOD_NOT_ALLOWED', message: 'Request an upload token with POST.' },
  'cross-origin': {
    status: 403,
    code: 'ERR_FORBIDDEN',
    message: 'Pages of this origin may not request an upload token.',
  },
  unauthenticated: { status: 401, code: 'ERR_UNAUTHENTICATED', message: 'Sign in to upload.' },
  forbidden: { status: 403, code: 'ERR_FORBIDDEN', message: 'You are not allowed to upload.' },
  'rate-limit': {
    status: 429,
    code: 'ERR_RATE_LIMITED',
    message: 'Too many upload tokens were requested. Try again later.',
  },
}

/** Refuses a request for a token. */
export class TokenDenial extends Denial<TokenDenied> {
  constructor(
    reason: TokenDenialReason,
    details: Omit<TokenDenied, 'reason' | 'status' | 'code'> = {},
    headers: Readonly<Record<string, string>> = {},
  ) {
    const { status, code, message } = ANSWERS[reason]
    super({ reason, status, code, ...details }, message, headers)
  }
}

/** Refuses a request by its origin. */
export function denyOrigin({ origin, host, hint }: OriginRefusal): TokenDenial {
  return new TokenDenial('cross-origin', {
    ...(origin === undefined ? {} : { origin }),
    host,
    hint,
  })
}

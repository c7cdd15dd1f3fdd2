import type { SecureUploadErrorCode } from '@secure-uploading/core'

/** Which of the endpoint's checks said no. */
export type TokenDenialReason = 'method' | 'cross-origin' | 'unauthenticated' | 'forbidden' | 'rate-limit'

export interface DenialDetails {
  /** Who asked, where that is known already. */
  subject?: string | undefined
  /** When it is worth to ask again, in whole **seconds**. */
  retryAfter?: number | undefined
  /** What `authorize` threw to say no. */
  cause?: unknown
}

interface DenialAnswer {
  status: number
  code: SecureUploadErrorCode
  message: string
}

const ANSWERS: Record<TokenDenialReason, DenialAnswer> = {
  method: {
    status: 405,
    code: 'ERR_METHOD_NOT_ALLOWED',
    message: 'Ask for an upload token with POST.',
  },
  'cross-origin': {
    status: 403,
    code: 'ERR_FORBIDDEN',
    message: 'Pages of this origin may not ask for an upload token here.',
  },
  unauthenticated: {
    status: 401,
    code: 'ERR_UNAUTHENTICATED',
    message: 'Sign in to upload.',
  },
  forbidden: {
    status: 403,
    code: 'ERR_FORBIDDEN',
    message: 'You may not upload here.',
  },
  'rate-limit': {
    status: 429,
    code: 'ERR_RATE_LIMITED',
    message: 'Too many upload tokens were asked for. Try again later.',
  },
}

/**
 * Ends a request that is refused by policy. It stays inside this package: it is neither an error of the endpoint nor
 * the `SecureUploadError` that an app throws in `authorize`.
 */
export class Denial extends Error {
  readonly reason: TokenDenialReason
  readonly answer: DenialAnswer
  readonly details: DenialDetails

  constructor(reason: TokenDenialReason, details: DenialDetails = {}) {
    super(ANSWERS[reason].message)
    this.name = 'Denial'
    this.reason = reason
    this.answer = ANSWERS[reason]
    this.details = details
  }
}

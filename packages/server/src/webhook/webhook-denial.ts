import type { SecureUploadErrorCode } from '@secure-uploading/core'

/** Which of the webhook endpoint's checks said no. */
export type WebhookDenialReason =
  | 'method'
  | 'signature-missing'
  | 'signature-malformed'
  | 'signature-mismatch'
  | 'body-too-large'
  | 'body-malformed'

interface DenialAnswer {
  status: number
  code: SecureUploadErrorCode
  message: string
}

const NOT_FROM_UPLOADCARE: DenialAnswer = {
  status: 401,
  code: 'ERR_UNAUTHENTICATED',
  message: 'The signature of the webhook is missing or wrong.',
}

const ANSWERS: Record<WebhookDenialReason, DenialAnswer> = {
  method: { status: 405, code: 'ERR_METHOD_NOT_ALLOWED', message: 'Send webhooks with POST.' },
  'signature-missing': NOT_FROM_UPLOADCARE,
  'signature-malformed': NOT_FROM_UPLOADCARE,
  'signature-mismatch': NOT_FROM_UPLOADCARE,
  'body-too-large': { status: 413, code: 'ERR_BODY_TOO_LARGE', message: 'The webhook is too large.' },
  'body-malformed': {
    status: 400,
    code: 'ERR_BODY_MALFORMED',
    message: 'The body is no webhook of Uploadcare.',
  },
}

/** Ends a request that is refused. It stays inside this package. */
export class WebhookDenial extends Error {
  readonly reason: WebhookDenialReason
  readonly answer: DenialAnswer
  /** Why, for the log of the app and not for who sent it. */
  readonly hint: string | undefined

  constructor(reason: WebhookDenialReason, hint?: string) {
    super(ANSWERS[reason].message)
    this.name = 'WebhookDenial'
    this.reason = reason
    this.answer = ANSWERS[reason]
    this.hint = hint
  }
}

import type { SecureUploadErrorCode } from '@secure-uploading/core'
import { Denial } from '../http/denial.js'
import type { WebhookDenialReason, WebhookDenied } from './events.js'

interface DenialAnswer {
  status: number
  code: SecureUploadErrorCode
  message: string
  headers?: Readonly<Record<string, string>>
}

const NOT_FROM_UPLOADCARE: DenialAnswer = {
  status: 401,
  code: 'ERR_UNAUTHENTICATED',
  message: 'The signature of the webhook is missing or invalid.',
}

const ANSWERS: Record<WebhookDenialReason, DenialAnswer> = {
  method: {
    status: 405,
    code: 'ERR_METHOD_NOT_ALLOWED',
    message: 'Send webhooks with POST.',
    headers: { Allow: 'POST' },
  },
  'signature-missing': NOT_FROM_UPLOADCARE,
  'signature-malformed': NOT_FROM_UPLOADCARE,
  'signature-mismatch': NOT_FROM_UPLOADCARE,
  'body-too-large': { status: 413, code: 'ERR_BODY_TOO_LARGE', message: 'The webhook is too large.' },
  'body-incomplete': {
    status: 400,
    code: 'ERR_BODY_MALFORMED',
    message: 'The connection ended before the body was complete.',
  },
  'body-malformed': {
    status: 400,
    code: 'ERR_BODY_MALFORMED',
    message: 'The body is not a webhook of Uploadcare.',
  },
  'upload-unfinished': {
    status: 503,
    code: 'ERR_COMPLETION_PENDING',
    message: 'The file could not be completed yet. Send the webhook again.',
  },
}

/** Refuses a webhook. `hint` goes to `onDeny` only. */
export class WebhookDenial extends Denial<WebhookDenied> {
  constructor(reason: WebhookDenialReason, hint?: string) {
    const { status, code, message, headers } = ANSWERS[reason]
    super({ reason, status, code, ...(hint === undefined ? {} : { hint }) }, message, headers)
  }
}

import type { SecureUploadErrorCode } from '@secure-uploading/core'
import { Denial } from '../http/denial.js'
import type { UploadDenied } from './events.js'

const ANSWERS: Record<
  'unknown-route' | 'invalid-request',
  { status: number; code: SecureUploadErrorCode; message: string }
> = {
  'unknown-route': {
    status: 404,
    code: 'ERR_UNKNOWN_ROUTE',
    message: 'Unknown upload route. Pass the name of a route in the query, such as "?route=avatar".',
  },
  'invalid-request': {
    status: 400,
    code: 'ERR_INVALID_REQUEST',
    message:
      'Send an empty body for a token, or a JSON object with an array of at most 1000 UUIDs in "completed" and at most 64 KiB.',
  },
}

/** Refuses a request to the uploads endpoint. */
export class UploadDenial extends Denial<UploadDenied> {
  constructor(reason: keyof typeof ANSWERS) {
    const { status, code, message } = ANSWERS[reason]
    super({ reason, status, code }, message)
  }
}

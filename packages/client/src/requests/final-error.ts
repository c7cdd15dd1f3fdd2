import { SecureUploadError } from '@secure-uploading/core/token'
import { UploadError } from '@uploadcare/upload-client'
import { AnswerError } from './answer-error.js'
import { isMalformed, type Failure } from './classify-failure.js'

const ADVICE: Record<number, string> = {
  401: 'A proxy or firewall in between requires a login.',
  403: 'A proxy or firewall in between may block the request.',
  404: 'Check "baseURL", and the proxy in between.',
  413: 'A proxy limits the body: increase its limit for this route.',
}

/**
 * Returns the error for the caller. Errors of upload-client pass unchanged; an answer that it cannot parse, or a bare
 * status, becomes an error with the status and the address.
 *
 * @param address where the answer came from; its query may contain a signature and is left out
 */
export function finalError(error: unknown, { status }: Failure, address: string): unknown {
  const isExplained =
    error instanceof UploadError ? error.message : status === undefined && !isMalformed(error)
  if (isExplained) return error
  const from = address.replace(/\?.*/s, '')
  const answered =
    status === undefined || status < 300
      ? `answered with something else than the expected JSON${status ? ` (status ${String(status)})` : ''}`
      : `answered with status ${String(status)}`
  // The addresses of parts are valid for a day.
  const isExpired =
    error instanceof AnswerError && /ExpiredToken|has expired|NoSuchUpload/.test(error.answer.body)
  const advice =
    (isExpired ? 'The address of the part has expired: upload the file again.' : ADVICE[status ?? 0]) ??
    (status !== undefined && status >= 400
      ? 'Try again later.'
      : 'A proxy or a login page may be in between.')
  return new SecureUploadError('ERR_UPLOAD_RESPONSE', `${from} ${answered}. ${advice}`, {
    ...(status !== undefined && { status }),
    cause: error,
    data: { address: from },
  })
}

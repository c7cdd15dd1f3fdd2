import { ConnectionError } from '../requests/answer-error.js'

/**
 * Whether an error means that the connection was refused or lost. In Node that is a system error, like `ECONNRESET`, a
 * stream error, or `HPE_…` for an answer that is no HTTP. Other `ERR_…` codes are mistakes that another attempt repeats. The
 * error of msw for a lost connection has no code.
 */
export function isLostConnection(error: Error): boolean {
  if (error instanceof ConnectionError) return !CERTIFICATE.test(codeOf(error.cause))
  return 'code' in error
    ? /^(E(?!RR_)|ERR_STREAM_|HPE_)[A-Z0-9_]+$/.test(String(error.code))
    : error.message === 'Network error'
}

/** The codes of Node for a certificate that is not accepted. Another attempt gets the same one. */
const CERTIFICATE = /CERT|VERIFY|ERR_TLS/

/** Returns the code of an error of `fetch`, which has the system error as its cause. */
const codeOf = (error: unknown): string =>
  String((Object((Object(error) as { cause?: unknown }).cause) as { code?: unknown }).code)

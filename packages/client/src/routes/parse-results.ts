import { SecureUploadError, type SecureUploadErrorCode } from '@secure-uploading/core/token'

/** The result of one file in an answer of the uploads endpoint. */
export type FileResult =
  | { uuid: string; status: 'accepted'; data: unknown }
  | { uuid: string; status: 'rejected'; error: SecureUploadError }
  | { uuid: string; status: 'pending'; retryAfterMs: number }

/**
 * Parses the answer of the uploads endpoint to a completion.
 *
 * @throws {SecureUploadError} `ERR_ENDPOINT_RESPONSE` when it has another form.
 */
export function parseResults(json: unknown): FileResult[] {
  const files = Object(json) as { files?: unknown }
  if (Array.isArray(files.files)) return files.files.map(parseResult)
  throw unexpected()
}

function parseResult(json: unknown): FileResult {
  const { uuid, status, data, code, message, retryAfter } = Object(json) as Record<string, unknown>
  if (typeof uuid === 'string' && status === 'accepted') return { uuid, status, data }
  if (typeof uuid === 'string' && status === 'rejected' && typeof code === 'string') {
    // A newer server may reject for a reason that this version does not know.
    const error = new SecureUploadError(code as SecureUploadErrorCode, String(message))
    return { uuid, status, error }
  }
  if (typeof uuid === 'string' && (status === 'processing' || status === 'failed')) {
    return { uuid, status: 'pending', retryAfterMs: (Number(retryAfter) || 1) * 1000 }
  }
  throw unexpected()
}

const unexpected = (): SecureUploadError =>
  new SecureUploadError(
    'ERR_ENDPOINT_RESPONSE',
    'The answer of the uploads endpoint has an unexpected form. Check its address.',
  )

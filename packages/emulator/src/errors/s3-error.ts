/** The errors of S3 that the emulator returns for parts: HTTP status and text. */
const S3_ERRORS = {
  AccessDenied: [403, 'Request has expired'],
  EntityTooLarge: [400, 'Your proposed upload exceeds the maximum allowed size'],
  IncompleteBody: [400, 'The request body terminated unexpectedly'],
  InvalidArgument: [400, 'Only one auth mechanism allowed'],
  NoSuchUpload: [404, 'The specified upload does not exist'],
  QuotaExceeded: [403, 'The memory limit of the emulator is reached'],
} as const satisfies Record<string, readonly [status: number, message: string]>

/** Creates an S3 error response: XML with the real status. */
export function s3Error(code: keyof typeof S3_ERRORS): Response {
  const [status, message] = S3_ERRORS[code]
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`
  return new Response(body, { status, headers: { 'Content-Type': 'application/xml' } })
}

/** The errors of S3 that the emulator returns for parts: HTTP status and text. */
const S3_ERRORS = {
  AccessDenied: [403, 'Access Denied'],
  AuthorizationQueryParametersError: [
    400,
    'Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.',
  ],
  EntityTooLarge: [400, 'Your proposed upload exceeds the maximum allowed size'],
  IncompleteBody: [
    400,
    'You did not provide the number of bytes specified by the Content-Length HTTP header',
  ],
  InvalidArgument: [400, 'Only one auth mechanism allowed'],
  MissingContentLength: [411, 'You must provide the Content-Length HTTP header.'],
  NoSuchUpload: [
    404,
    'The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.',
  ],
  QuotaExceeded: [403, 'The memory limit of the emulator is reached'],
  RequestExpired: [403, 'Request has expired'],
  SignatureDoesNotMatch: [
    403,
    'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
  ],
} as const satisfies Record<string, readonly [status: number, message: string]>

/** Creates an S3 error response: XML with the real status. */
export function s3Error(code: keyof typeof S3_ERRORS): Response {
  const [status, message] = S3_ERRORS[code]
  // S3 reports an expired URL with the code of any denied access.
  const sentCode = code === 'RequestExpired' ? 'AccessDenied' : code
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${sentCode}</Code><Message>${message}</Message></Error>`
  return new Response(body, { status, headers: { 'Content-Type': 'application/xml' } })
}

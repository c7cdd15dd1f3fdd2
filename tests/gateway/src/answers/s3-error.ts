import type { Answer } from '../gateway/rule.js'

const MESSAGES: Record<string, string> = {
  RequestTimeout:
    'Your socket connection to the server was not read from or written to within the timeout period. Idle connections will be closed.',
  InternalError: 'We encountered an internal error. Please try again.',
  SlowDown: 'Please reduce your request rate.',
  ServiceUnavailable: 'Please reduce your request rate.',
  RequestTimeTooSkewed: 'The difference between the request time and the server&apos;s time is too large.',
  ExpiredToken: 'The provided token has expired.',
  AccessDenied: 'Request has expired',
  NoSuchUpload:
    'The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.',
  MalformedXML: 'The XML you provided was not well-formed or did not validate against our published schema',
}

/** Creates an error of S3: XML with `Code` and `Message`, on a connection that S3 closes. */
export function s3Error(status: number, code: string, { cors = true } = {}): Answer {
  return {
    status,
    cors,
    headers: {
      server: 'AmazonS3',
      'x-amz-request-id': 'K2W6QJ5S0Z1T8Q4F',
      'x-amz-id-2': 'PkffKia6pGzO31i9t25YM3TKw8yH6laPJ',
      'content-type': 'application/xml',
      connection: 'close',
    },
    body: `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${MESSAGES[code] ?? code}</Message><RequestId>K2W6QJ5S0Z1T8Q4F</RequestId><HostId>PkffKia6pGzO31i9t25YM3TKw8yH6laPJ</HostId></Error>`,
  }
}

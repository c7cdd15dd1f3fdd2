/** Refuses a part in the words of S3, where the presigned URLs lead: XML with the real status. */
export function s3ErrorResponse(status: number, code: string, message: string): Response {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`
  return new Response(body, { status, headers: { 'Content-Type': 'application/xml' } })
}

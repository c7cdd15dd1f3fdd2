/**
 * Creates the response of API Gateway's HTTP API from the result of a function, payload version 2.0.
 *
 * @param result the function's result, as JSON
 * @throws {Error} when the result is invalid.
 */
export function httpResponse(result: string): Response {
  const returned: unknown = JSON.parse(result)
  if (!isRecord(returned) || !('statusCode' in returned)) {
    // API Gateway uses a result without a status as the body.
    return new Response(typeof returned === 'string' ? returned : result, {
      headers: { 'content-type': 'application/json' },
    })
  }
  const { statusCode, headers, cookies, body, isBase64Encoded } = returned
  const responseHeaders = new Headers()
  for (const [name, value] of Object.entries(isRecord(headers) ? headers : {}))
    responseHeaders.set(name, String(value))
  for (const cookie of Array.isArray(cookies) ? cookies : [])
    responseHeaders.append('set-cookie', String(cookie))
  if (typeof body === 'string' && !responseHeaders.has('content-type'))
    responseHeaders.set('content-type', 'text/plain;charset=utf-8')

  const status = Number(statusCode)
  const isBodyless = status === 204 || status === 304
  const bytes = Buffer.from(
    typeof body === 'string' ? body : '',
    isBase64Encoded === true ? 'base64' : 'utf8',
  )
  return new Response(isBodyless ? null : bytes, { status, headers: responseHeaders })
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

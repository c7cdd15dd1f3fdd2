/**
 * Makes the response that API Gateway's HTTP API gives for what a function returned, payload version 2.0.
 *
 * @param result the function's result, as JSON
 * @throws {Error} when it is nothing that can be answered with.
 */
export function httpResponse(result: string): Response {
  const returned: unknown = JSON.parse(result)
  if (!isRecord(returned) || !('statusCode' in returned)) {
    // Anything without a status is the body itself.
    return new Response(typeof returned === 'string' ? returned : result, {
      headers: { 'content-type': 'application/json' },
    })
  }
  const { statusCode, headers, cookies, body, isBase64Encoded } = returned
  const answer = new Headers()
  for (const [name, value] of Object.entries(isRecord(headers) ? headers : {}))
    answer.set(name, String(value))
  for (const cookie of Array.isArray(cookies) ? cookies : []) answer.append('set-cookie', String(cookie))
  if (typeof body === 'string' && !answer.has('content-type'))
    answer.set('content-type', 'text/plain;charset=utf-8')

  const status = Number(statusCode)
  const isBodyless = status === 204 || status === 304
  const bytes = Buffer.from(
    typeof body === 'string' ? body : '',
    isBase64Encoded === true ? 'base64' : 'utf8',
  )
  return new Response(isBodyless ? null : bytes, { status, headers: answer })
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

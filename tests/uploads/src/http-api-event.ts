import type { APIGatewayProxyEventV2 } from 'aws-lambda'

/** Creates the event of an HTTP API, payload version 2: separate cookies, the body in Base64. */
export async function toHttpApiEvent(request: Request): Promise<APIGatewayProxyEventV2> {
  const { pathname, search, host } = new URL(request.url)
  const { cookie, ...headers } = Object.fromEntries(request.headers)
  const body = Buffer.from(await request.arrayBuffer())
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: pathname,
    rawQueryString: search.slice(1),
    ...(cookie === undefined ? {} : { cookies: cookie.split('; ') }),
    headers,
    requestContext: {
      accountId: '123456789012',
      apiId: 'api-id',
      domainName: host,
      domainPrefix: 'api-id',
      http: {
        method: request.method,
        path: pathname,
        protocol: 'HTTP/1.1',
        sourceIp: '127.0.0.1',
        userAgent: '',
      },
      requestId: 'request-id',
      routeKey: '$default',
      stage: '$default',
      time: '23/Nov/2026:00:00:00 +0000',
      timeEpoch: 1_795_460_400_000,
    },
    ...(body.byteLength === 0 ? {} : { body: body.toString('base64') }),
    isBase64Encoded: body.byteLength > 0,
  }
}

import type { APIGatewayProxyEventV2 } from 'aws-lambda'

/**
 * Creates the event of an HTTP API, payload version 2: lower-case header names, separate cookies.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export async function toHttpApiEvent(request: Request): Promise<APIGatewayProxyEventV2> {
  const { pathname, searchParams, host } = new URL(request.url)
  const headers = Object.fromEntries(request.headers)
  const { cookie } = headers
  delete headers['cookie']
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: pathname,
    rawQueryString: searchParams.toString(),
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
        sourceIp: '192.0.2.1',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: 'JKJaXmPLvHcESHA=',
      routeKey: '$default',
      stage: '$default',
      time: '23/Nov/2026:19:00:00 +0000',
      timeEpoch: 1_795_460_400_000,
    },
    body: await request.text(),
    isBase64Encoded: false,
  }
}

import type { APIGatewayProxyEvent } from 'aws-lambda'

/**
 * Creates the event of a REST API, payload version 1: header names in the case that the client used.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html
 */
export async function toRestApiEvent(request: Request): Promise<APIGatewayProxyEvent> {
  const { pathname, searchParams } = new URL(request.url)
  const query = [...searchParams]
  const headers = Object.fromEntries(
    [...request.headers].map(([name, value]) => [
      name.replace(/\b[a-z]/g, (letter) => letter.toUpperCase()),
      value,
    ]),
  )
  return {
    resource: pathname,
    path: pathname,
    httpMethod: request.method,
    headers,
    multiValueHeaders: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]])),
    // API Gateway sends null when there is no query.
    queryStringParameters: query.length === 0 ? null : Object.fromEntries(query),
    multiValueQueryStringParameters:
      query.length === 0
        ? null
        : Object.fromEntries(query.map(([name]) => [name, searchParams.getAll(name)])),
    pathParameters: null,
    stageVariables: null,
    requestContext: {
      accountId: '123456789012',
      apiId: 'api-id',
      authorizer: null,
      protocol: 'HTTP/1.1',
      httpMethod: request.method,
      identity: {
        accessKey: null,
        accountId: null,
        apiKey: null,
        apiKeyId: null,
        caller: null,
        clientCert: null,
        cognitoAuthenticationProvider: null,
        cognitoAuthenticationType: null,
        cognitoIdentityId: null,
        cognitoIdentityPoolId: null,
        principalOrgId: null,
        sourceIp: '192.0.2.1',
        user: null,
        userAgent: null,
        userArn: null,
      },
      path: pathname,
      stage: 'prod',
      requestId: 'c6af9ac6-7b61-11e6-9a41-93e8deadbeef',
      requestTimeEpoch: 1_795_460_400_000,
      resourceId: '123456',
      resourcePath: pathname,
    },
    body: await request.text(),
    isBase64Encoded: false,
  }
}

import type { LambdaHttpEvent } from '../../src/index.js'

/** What a client sends. */
export interface ClientRequest {
  method?: string
  /** Every name once; a value with several elements was sent several times. */
  headers: Readonly<Record<string, string | readonly string[]>>
  body?: string
}

type CreateEvent = (request: ClientRequest) => LambdaHttpEvent

/**
 * The events of AWS's documentation, of `sam local` and of LocalStack, by their source. The values are those of the sources;
 * method, headers and body are of the request. https://docs.aws.amazon.com/lambda/latest/dg/services-apigateway.html
 */
export const DOCUMENTED_EVENTS: readonly (readonly [source: string, create: CreateEvent])[] = [
  ['AWS documentation: REST API', (request) => version1(request, titleCased(request), multiple(request))],
  [
    'AWS documentation: HTTP API, payload version 1.0',
    (request) => version1(request, titleCased(request), multiple(request)),
  ],
  ['AWS documentation: HTTP API, payload version 2.0', (request) => version2(request)],
  ['AWS documentation: function URL', (request) => version2(request)],
  ['AWS documentation: load balancer', (request) => loadBalancer(request, { headers: single(request) })],
  [
    'AWS documentation: load balancer with multi-value headers',
    (request) => loadBalancer(request, { multiValueHeaders: multiple(request) }),
  ],
  ['AWS documentation: VPC Lattice, version 2', (request) => lattice(request)],
  ['AWS documentation: VPC Lattice, version 1', (request) => latticeVersion1(request)],
  ['AWS console: REST API without multiValueHeaders', (request) => version1(request, single(request), null)],
  ['AWS console: REST API without headers', (request) => version1(request, null, multiple(request))],
  ['sam local: REST API', (request) => version1(request, titleCased(request), titleCasedMultiple(request))],
  ['sam local: HTTP API', (request) => version2(request)],
  [
    'sam local generate-event: only some multiValueHeaders',
    (request) => version1(request, titleCased(request), { Accept: ['*/*'] }),
  ],
  ['LocalStack: REST API with empty multiValueHeaders', (request) => version1(request, single(request), {})],
  ['LocalStack: REST API', (request) => version1(request, single(request), multiple(request))],
  [
    'LocalStack: load balancer with both maps',
    (request) => loadBalancer(request, { headers: single(request), multiValueHeaders: {} }),
  ],
]

function valuesOf({ headers }: ClientRequest): [name: string, values: string[]][] {
  return Object.entries(headers).map(([name, value]) => [name, [value].flat()])
}

/** API Gateway passes the last value of a repeated header. */
function single(request: ClientRequest): Record<string, string> {
  return Object.fromEntries(valuesOf(request).map(([name, values]) => [name, values.at(-1) ?? '']))
}

function multiple(request: ClientRequest): Record<string, string[]> {
  return Object.fromEntries(valuesOf(request))
}

function titleCase(name: string): string {
  return name.replace(/\b[a-z]/g, (letter) => letter.toUpperCase())
}

function titleCased(request: ClientRequest): Record<string, string> {
  return Object.fromEntries(Object.entries(single(request)).map(([name, value]) => [titleCase(name), value]))
}

function titleCasedMultiple(request: ClientRequest): Record<string, string[]> {
  return Object.fromEntries(valuesOf(request).map(([name, values]) => [titleCase(name), values]))
}

function version1(
  { method = 'POST', body }: ClientRequest,
  headers: Record<string, string> | null,
  multiValueHeaders: Record<string, string[]> | null,
): LambdaHttpEvent {
  const event = {
    resource: '/my/path',
    path: '/my/path',
    httpMethod: method,
    headers,
    multiValueHeaders,
    queryStringParameters: null,
    multiValueQueryStringParameters: null,
    requestContext: {
      accountId: '123456789012',
      apiId: 'id',
      authorizer: null,
      domainName: 'id.execute-api.us-east-1.amazonaws.com',
      httpMethod: method,
      path: '/my/path',
      protocol: 'HTTP/1.1',
      requestId: 'id=',
      resourceId: null,
      resourcePath: '/my/path',
      stage: '$default',
      identity: { sourceIp: '192.0.2.1', userAgent: 'user-agent' },
    },
    pathParameters: null,
    stageVariables: null,
    body: body ?? null,
    isBase64Encoded: false,
  }
  // AWS's types have no null in place of a map, and more properties of the identity.
  return event as unknown as LambdaHttpEvent
}

function version2(request: ClientRequest): LambdaHttpEvent {
  const { method = 'POST', body } = request
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: '/my/path',
    rawQueryString: '',
    headers: Object.fromEntries(valuesOf(request).map(([name, values]) => [name, values.join(',')])),
    requestContext: {
      accountId: '123456789012',
      apiId: '<urlid>',
      domainName: '<url-id>.lambda-url.us-west-2.on.aws',
      domainPrefix: '<url-id>',
      http: { method, path: '/my/path', protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'agent' },
      requestId: 'id',
      routeKey: '$default',
      stage: '$default',
      time: '12/Mar/2020:19:03:58 +0000',
      timeEpoch: 1_583_348_638_390,
    },
    ...(body === undefined ? {} : { body }),
    isBase64Encoded: false,
  }
}

function loadBalancer(
  { method = 'POST', body = '' }: ClientRequest,
  maps: { headers?: Record<string, string>; multiValueHeaders?: Record<string, string[]> },
): LambdaHttpEvent {
  return {
    requestContext: {
      elb: {
        targetGroupArn:
          'arn:aws:elasticloadbalancing:us-east-2:123456789012:targetgroup/lambda-279XGJDqGZ5rsrHC2Fjr/49e9d65c45c6791a',
      },
    },
    httpMethod: method,
    path: '/lambda',
    queryStringParameters: {},
    ...maps,
    body,
    isBase64Encoded: false,
  }
}

function lattice(request: ClientRequest): LambdaHttpEvent {
  const { method = 'POST', body = '' } = request
  return {
    version: '2.0',
    path: '/',
    method,
    headers: multiple(request),
    queryStringParameters: {},
    body: Buffer.from(body).toString('base64'),
    isBase64Encoded: true,
    requestContext: {
      serviceNetworkArn: 'arn:aws:vpc-lattice:us-east-1:123456789012:servicenetwork/sn-0bf3f2882e9cc805a',
      serviceArn: 'arn:aws:vpc-lattice:us-east-1:123456789012:service/svc-0a40eebed65f8d69c',
      targetGroupArn: 'arn:aws:vpc-lattice:us-east-1:123456789012:targetgroup/tg-6d0ecf831eec9f09',
      region: 'us-east-1',
      timeEpoch: '1690497599177430',
    },
  }
}

function latticeVersion1(request: ClientRequest): LambdaHttpEvent {
  const { method = 'POST', body = '' } = request
  return {
    raw_path: '/path/to/resource',
    method,
    headers: Object.fromEntries(valuesOf(request).map(([name, values]) => [name, values.join(', ')])),
    query_string_parameters: {},
    body,
    is_base64_encoded: false,
  }
}

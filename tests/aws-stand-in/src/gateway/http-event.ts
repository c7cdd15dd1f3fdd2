import type { APIGatewayProxyEventV2, APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda'
import type { Claims } from './jwt-authorizer.js'

/** Context that the gateway adds to a request. */
export interface RequestInfo {
  /** The route of the API, such as `POST /api/upload-token`. */
  routeKey: string
  requestId: string
  sourceIp: string
  /** Arrival of the request in Unix **milliseconds**. */
  timeEpochMs: number
  /** Claims of the JWT, if the route has an authorizer. */
  claims?: Claims
}

const TEXT_TYPES = /^(text\/|application\/(json|javascript|xml|x-www-form-urlencoded))/

// Headers of the connection, and `cookie`, which has a separate field in the event.
const OMITTED_HEADERS = ['connection', 'cookie', 'keep-alive', 'transfer-encoding']

/**
 * Creates the event that API Gateway's HTTP API sends to a function for a request, payload version 2.0.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export async function httpEvent(
  request: Request,
  info: RequestInfo,
): Promise<APIGatewayProxyEventV2 | APIGatewayProxyEventV2WithJWTAuthorizer> {
  const url = new URL(request.url)
  const { routeKey, requestId, sourceIp, timeEpochMs, claims } = info
  const domainName = request.headers.get('host') ?? url.host
  const cookie = request.headers.get('cookie')
  const event: APIGatewayProxyEventV2 = {
    version: '2.0',
    routeKey,
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    ...(cookie !== null && { cookies: cookie.split('; ') }),
    headers: headersOf(request, url, info),
    ...(url.search !== '' && { queryStringParameters: queryOf(url) }),
    requestContext: {
      accountId: '123456789012',
      apiId: 'local',
      domainName,
      domainPrefix: domainName.split(/[.:]/, 1)[0] ?? '',
      http: {
        method: request.method,
        path: url.pathname,
        protocol: 'HTTP/1.1',
        sourceIp,
        userAgent: request.headers.get('user-agent') ?? '',
      },
      requestId,
      routeKey,
      stage: '$default',
      time: commonLogTime(timeEpochMs),
      timeEpoch: timeEpochMs,
    },
    ...(await bodyOf(request)),
  }
  if (!claims) return event
  const authorizer = { principalId: '', integrationLatency: 0, jwt: { claims, scopes: [] } }
  return { ...event, requestContext: { ...event.requestContext, authorizer } }
}

/** Returns headers with lower-case names and joined values, the form that `Headers` already has. */
function headersOf(
  request: Request,
  url: URL,
  { sourceIp, requestId, timeEpochMs }: RequestInfo,
): Record<string, string> {
  const epochSeconds = Math.floor(timeEpochMs / 1000).toString(16)
  const sent = [...request.headers].filter(([name]) => !OMITTED_HEADERS.includes(name))
  return {
    'content-length': '0',
    ...Object.fromEntries(sent),
    host: request.headers.get('host') ?? url.host,
    'x-amzn-trace-id': `Root=1-${epochSeconds}-${requestId.replace(/[^0-9a-f]/g, '').slice(0, 24)}`,
    'x-forwarded-for': sourceIp,
    'x-forwarded-port': url.port,
    'x-forwarded-proto': url.protocol.slice(0, -1),
  }
}

function queryOf({ searchParams }: URL): Record<string, string> {
  const names = new Set(searchParams.keys())
  return Object.fromEntries(Array.from(names, (name) => [name, searchParams.getAll(name).join(',')]))
}

async function bodyOf(request: Request): Promise<Pick<APIGatewayProxyEventV2, 'body' | 'isBase64Encoded'>> {
  const bytes = Buffer.from(await request.arrayBuffer())
  if (bytes.length === 0) return { isBase64Encoded: false }
  const isText = TEXT_TYPES.test(request.headers.get('content-type') ?? '')
  return { body: bytes.toString(isText ? 'utf8' : 'base64'), isBase64Encoded: !isText }
}

/** Formats a time as in "23/Nov/2026:19:03:58 +0000". */
function commonLogTime(epochMs: number): string {
  const [, day, month, year, time] = new Date(epochMs).toUTCString().split(' ')
  return `${day ?? ''}/${month ?? ''}/${year ?? ''}:${time ?? ''} +0000`
}

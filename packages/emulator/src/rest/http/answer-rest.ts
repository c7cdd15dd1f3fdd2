import { authenticate } from '../credentials/authenticate.js'
import { UploadApiError } from '../../errors/upload-api-error.js'
import type { Exchange } from '../../http/exchange.js'
import { readBytes } from '../../http/read-bytes.js'
import { mediaTypeOf, readApiVersion } from './api-version.js'
import { readPayload } from './read-payload.js'
import type { RestAnswer } from './rest-answer.js'
import type { RestEndpoint, RestMethod } from './rest-endpoint.js'
import { RestError, notFound } from './rest-error.js'

/** Handles a request to a path of the REST API: the version, the credential, the method, and then the endpoint. */
export async function answerRest(endpoint: RestEndpoint, exchange: Exchange): Promise<Response> {
  const { request } = exchange
  // Preflight requests carry no credential.
  if (request.method === 'OPTIONS') return restResponse({ status: 200 }, endpoint, request)
  return restResponse(await answerOf(endpoint, exchange), endpoint, request)
}

/** Creates a response of the REST API, in the requested version. */
export function restResponse(
  { status, body, headers }: RestAnswer,
  endpoint: RestEndpoint,
  request: Request,
): Response {
  const response = new Response(body === undefined ? null : JSON.stringify(body), {
    status,
    headers: {
      ...(body !== undefined && { 'Content-Type': responseType(request) }),
      'Access-Control-Allow-Origin': 'https://uploadcare.com',
      Vary: 'Accept',
      Allow: allowedMethods(endpoint),
    },
  })
  for (const [name, value] of Object.entries(headers ?? {})) response.headers.set(name, value)
  return response
}

async function answerOf(endpoint: RestEndpoint, exchange: Exchange): Promise<RestAnswer> {
  const { request } = exchange
  try {
    const bytes = await readBytes(exchange.body)
    const version = readApiVersion(request.headers.get('Accept'))
    const project = authenticate(exchange, bytes)
    const handler = handlerOf(endpoint, request.method)
    if (!handler) throw new RestError(405, `Method "${request.method}" not allowed.`)
    return await handler({
      ...exchange,
      project,
      version,
      param(name) {
        const value = exchange.params[name]
        if (value === undefined) throw notFound()
        return value
      },
      payload: () => readPayload(bytes, request.headers.get('Content-Type')),
    })
  } catch (error) {
    if (error instanceof RestError) return error.answer
    if (error instanceof UploadApiError) return new RestError(error.status, error.message).answer
    throw error
  }
}

function handlerOf({ methods }: RestEndpoint, method: string) {
  const name = method === 'HEAD' ? 'GET' : method
  return isRestMethod(name) ? methods[name] : undefined
}

function isRestMethod(method: string): method is RestMethod {
  return ['GET', 'POST', 'PUT', 'DELETE'].includes(method)
}

function allowedMethods({ methods }: RestEndpoint): string {
  const names = Object.keys(methods)
  return [...names, ...(names.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].sort().join(', ')
}

function responseType(request: Request): string {
  try {
    return mediaTypeOf(readApiVersion(request.headers.get('Accept')))
  } catch {
    return 'application/json'
  }
}

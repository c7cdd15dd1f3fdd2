import { parsedBodyError, type RawBody } from './body.js'
import type { EndpointAnswer } from './endpoint-answer.js'
import type { Endpoint } from './endpoint.js'
import type { HandlerRequest } from './handler-request.js'
import type { JsonBody } from './json-body.js'
import { queryValue } from './query.js'

/** The headers of a Node request, HTTP/1 or HTTP/2, by lower-case name. */
export type NodeHeaders = Readonly<Record<string, string | readonly string[] | undefined>>

/** Node's request, with the properties that body parsers of frameworks add. */
export interface NodeRequest extends AsyncIterable<Uint8Array | string> {
  /** Whether anything has read from the stream. */
  readonly readableDidRead: boolean
  /** The parsed body. Bytes and unparsed strings are as good as the stream. */
  readonly body?: unknown
  readonly headers?: NodeHeaders
}

/** The parts of Node's `ServerResponse` that an answer needs. */
export interface NodeResponse {
  readonly headersSent: boolean
  statusCode: number
  getHeader(name: string): number | string | readonly string[] | undefined
  setHeader(name: string, value: string): unknown
  end(body: string): unknown
}

/** A request of a framework that passes Node's own requests to its handlers. */
export interface NodeHandlerRequest extends NodeRequest {
  readonly method?: string | undefined
  readonly url?: string | undefined
  readonly headers: NodeHeaders
}

/**
 * Creates the handler of a framework that passes Node's own request and response.
 *
 * @param parsedBodyAdvice what to do in this framework when its parser took the raw body
 */
export function createNodeHandler<Request extends NodeHandlerRequest, Response extends NodeResponse>(
  endpoint: Endpoint<HandlerRequest, [Request, Response]>,
  parsedBodyAdvice = '',
): (request: Request, response: Response) => Promise<void> {
  return async (request, response) => {
    const { method = '', url = '', headers } = request
    const header = (name: string) => nodeHeader(headers, name)
    const query = (name: string) => queryValue(url, name)
    const body = () => nodeRequestBody(request, parsedBodyAdvice)
    const json = () => nodeJsonBody(request)
    sendNodeAnswer(response, await endpoint({ method, header, query, body, json }, request, response))
  }
}

/** Returns a header of a Node request by its lower-case name. */
export function nodeHeader(headers: NodeHeaders, name: string): string | undefined {
  // With HTTP/2 browsers send :authority instead of Host.
  const value = headers[name] ?? (name === 'host' ? headers[':authority'] : undefined)
  return value?.toString()
}

/**
 * Returns the raw body of a Node request: `rawBody` if a parser or the platform kept it, `body` if it was read but not
 * parsed, or the stream if nothing has read it.
 *
 * @throws {TypeError} with `advice` when the body was parsed and its bytes are gone.
 */
export function nodeRequestBody(request: NodeRequest, advice: string): RawBody {
  const rawBody = 'rawBody' in request ? request.rawBody : undefined
  for (const kept of [rawBody, request.body]) {
    if (kept instanceof Uint8Array) return kept
    if (typeof kept === 'string' && !isParsedText(request, kept)) return kept
  }
  if (!request.readableDidRead) return request
  throw parsedBodyError(advice)
}

/**
 * Returns the JSON body of a Node request, which a parser of the framework may have read.
 *
 * @param parsed the parsed body, where the framework does not keep it in the request
 * @throws {TypeError} when the body was read and not kept.
 */
export function nodeJsonBody(request: NodeRequest, parsed: unknown = request.body): JsonBody {
  if (typeof parsed === 'string' || parsed instanceof Uint8Array) return { raw: parsed }
  // Express 4 sets an empty object before it reads, and when it does not read.
  if (!request.readableDidRead) return { raw: request }
  if (parsed !== undefined) return { parsed }
  throw new TypeError(
    'The body was read before the uploads handler received it. Remove the middleware that reads it without keeping it',
  )
}

/** Returns whether a string is a parsed JSON text, which is shorter than the bytes that were sent. */
function isParsedText({ headers = {} }: NodeRequest, text: string): boolean {
  const sentBytes = nodeHeader(headers, 'content-length')
  const isCompressed = nodeHeader(headers, 'content-encoding') !== undefined
  return (
    sentBytes !== undefined &&
    !isCompressed &&
    new TextEncoder().encode(text).byteLength !== Number(sentBytes)
  )
}

/** Sends an answer through a Node response, unless the app has already answered. */
export function sendNodeAnswer(response: NodeResponse, answer: EndpointAnswer): void {
  // An `authorize` that redirected has answered, and a second answer would end the process under Express 4.
  if (response.headersSent) return
  response.statusCode = answer.status
  for (const [name, value] of Object.entries(answer.headers)) {
    response.setHeader(name, name === 'Vary' ? mergeVary(response.getHeader(name), value) : value)
  }
  response.end(answer.body)
}

/** Adds to the `Vary` that the framework or a middleware has set. */
export function mergeVary(present: ReturnType<NodeResponse['getHeader']>, value: string): string {
  // Always a new string: an array passed to every response would grow with every request.
  return present === undefined ? value : [present, value].flat().join(', ')
}

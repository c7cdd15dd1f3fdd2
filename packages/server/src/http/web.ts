import type { RawBody } from './body.js'
import type { EndpointAnswer } from './endpoint-answer.js'
import type { Endpoint } from './endpoint.js'
import type { JsonBody } from './json-body.js'
import { queryValue } from './query.js'
import type { HandlerRequest } from './handler-request.js'

/** Creates the handler of a framework that passes a web-standard `Request`, with `rest` as further arguments. */
export function createWebHandler<WebRequest extends Request, Rest extends unknown[]>(
  endpoint: Endpoint<HandlerRequest, [WebRequest, ...Rest]>,
): (request: WebRequest, ...rest: Rest) => Promise<Response> {
  return async (request, ...rest) => {
    const { method, headers, url } = request
    const header = (name: string) => headers.get(name)
    const query = (name: string) => queryValue(url, name)
    const body = () => webRequestBody(request)
    const json = () => webJsonBody(request)
    return createResponse(await endpoint({ method, header, query, body, json }, request, ...rest))
  }
}

/** Creates a web-standard `Response` from an answer. */
export function createResponse({ status, headers, body }: EndpointAnswer): Response {
  // The constructor refuses a 204 with an empty string as body.
  return new Response(body === '' ? null : body, { status, headers })
}

/**
 * Returns the raw body of a web-standard request.
 *
 * @throws {TypeError} when the body has already been read.
 */
export function webRequestBody(request: Request): RawBody {
  const { body } = request
  if (body === null) return undefined
  if (!request.bodyUsed && !body.locked) return readChunks(body)
  throw new TypeError(
    'The body was read before the webhook handler received it, but the signature covers its raw bytes. Read a clone instead: request.clone()',
  )
}

function webJsonBody(request: Request): JsonBody {
  const { body } = request
  if (body === null) return { raw: undefined }
  if (!request.bodyUsed && !body.locked) return { raw: readChunks(body) }
  throw new TypeError(
    'The body was read before the uploads handler received it. Read a clone instead: request.clone()',
  )
}

// Not every runtime supports async iteration of a stream.
async function* readChunks(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    yield value
  }
}

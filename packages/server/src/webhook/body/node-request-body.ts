import { parsedBodyError } from './parsed-body-error.js'
import type { RawBody } from './raw-body.js'

/** Node's request with what the body parsers of frameworks put on it. */
export interface NodeRequest extends AsyncIterable<Uint8Array | string> {
  /** Whether something has read of it. */
  readonly readableDidRead: boolean
  /** What a parser has left; bytes or text are as good as the stream. */
  readonly body?: unknown
}

/**
 * Finds the raw body of a request in Node, for an adapter: where a parser or the platform kept it as `rawBody`, in
 * `body` where it was only read, or in the stream that nobody has read yet.
 *
 * @throws {TypeError} with `advice`, when the body was parsed and its bytes are gone.
 */
export function nodeRequestBody(request: NodeRequest, advice: string): RawBody {
  const rawBody = 'rawBody' in request ? request.rawBody : undefined
  for (const kept of [rawBody, request.body]) {
    if (typeof kept === 'string' || kept instanceof Uint8Array) return kept
  }
  if (!request.readableDidRead) return request
  throw parsedBodyError(advice)
}

import { nodeRequestBody, type RawBody } from '@secure-uploading/server/adapter'
import type { RawServerBase } from 'fastify'
import type { RouteArguments } from './route-arguments.js'

const ADVICE = 'Remove the hook that reads the request before the handler.'

/**
 * Returns the raw body of a request: `rawBody` of fastify-raw-body, or the stream if nothing has read it.
 *
 * @throws {TypeError} with advice when something has read the stream.
 */
export async function rawBodyOf<RawServer extends RawServerBase>(
  request: RouteArguments<RawServer>[0],
): Promise<RawBody> {
  const { raw } = request
  // fastify-raw-body sets the property when it has read the stream, which may be after the handler is called.
  if (raw.readableDidRead && keptBody(request) === undefined) await streamEnd(raw)
  return keptBody(request) ?? nodeRequestBody(raw, ADVICE)
}

function keptBody(request: object): string | Uint8Array | undefined {
  const rawBody = 'rawBody' in request ? request.rawBody : undefined
  return typeof rawBody === 'string' || rawBody instanceof Uint8Array ? rawBody : undefined
}

interface NodeStream {
  readonly readableEnded: boolean
  readonly destroyed: boolean
  once(event: 'end' | 'close', listener: () => void): unknown
  resume(): unknown
}

async function streamEnd(stream: NodeStream): Promise<void> {
  if (stream.readableEnded || stream.destroyed) return
  await new Promise<void>((resolve) => {
    stream.once('end', resolve)
    stream.once('close', resolve)
    // A reader that found too many bytes leaves the stream paused.
    stream.resume()
  })
}

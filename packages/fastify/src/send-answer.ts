import { mergeVary, type EndpointAnswer } from '@secure-uploading/server/adapter'
import type { RawServerBase } from 'fastify'
import type { RouteArguments } from './route-arguments.js'

/** Sends an answer, unless the app has already answered. */
export async function sendAnswer<RawServer extends RawServerBase>(
  reply: RouteArguments<RawServer>[1],
  { status, headers, body }: EndpointAnswer,
): Promise<void> {
  if (reply.sent) return
  const { Vary: vary, ...others } = headers
  const merged = vary === undefined ? {} : { vary: mergeVary(reply.getHeader('vary'), vary) }
  await reply
    .code(status)
    .headers({ ...others, ...merged })
    .send(body)
}

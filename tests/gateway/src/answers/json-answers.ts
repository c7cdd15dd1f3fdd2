import type { Answer } from '../gateway/rule.js'

const json = (status: number, body: unknown, headers: Record<string, string> = {}): Answer => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
})

/** Creates the JSON of AWS API Gateway and load balancers in front of an API. */
export const apiGatewayJson = (status: number, message: string): Answer => json(status, { message })

/** Creates the Upload API's throttle error under status 200, without `error_code`, as older versions sent it. */
export const throttleWithoutCode = (retryAfterSeconds?: number): Answer =>
  json(
    200,
    { error: { content: 'Request was throttled.', status_code: 429 } },
    retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) },
  )

/** Creates a JSON answer with status 200. */
export const jsonAnswer = (body: unknown): Answer => json(200, body)

import type { ALBEvent, APIGatewayProxyEvent, APIGatewayProxyEventV2 } from 'aws-lambda'

/**
 * The HTTP events that the handlers accept: of API Gateway's HTTP API (payload version 2) and of function URLs, which have
 * the same form; of API Gateway's REST API (version 1, which an HTTP API can send too); and of an application load
 * balancer.
 */
export type LambdaHttpEvent = APIGatewayProxyEventV2 | APIGatewayProxyEvent | ALBEvent

/** The result of a handler, in the form that the sender of the event expects. */
export interface LambdaHttpResult {
  statusCode: number
  /** The status with its reason phrase. Load balancers only. */
  statusDescription?: string
  headers?: Record<string, string>
  /** Replaces `headers` for a load balancer that sends multi-value headers. */
  multiValueHeaders?: Record<string, string[]>
  body: string
  isBase64Encoded: false
}

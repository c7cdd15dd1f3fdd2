import type { ALBEvent, APIGatewayProxyEvent, APIGatewayProxyEventV2 } from 'aws-lambda'

/**
 * The HTTP events that the handler understands: those of API Gateway's HTTP API (payload version 2) and of function URLs,
 * which have the same form; of API Gateway's REST API (version 1, which an HTTP API can send too); and of an application
 * load balancer.
 */
export type LambdaHttpEvent = APIGatewayProxyEventV2 | APIGatewayProxyEvent | ALBEvent

/** What the handler answers with: each kind of event gets the form that it takes. */
export interface LambdaHttpResult {
  statusCode: number
  /** The status in words. Load balancers only. */
  statusDescription?: string
  headers?: Record<string, string>
  /** Instead of `headers`, for a load balancer that asks with them. */
  multiValueHeaders?: Record<string, string[]>
  body: string
  isBase64Encoded: false
}

import type { ALBEvent, APIGatewayProxyEvent, APIGatewayProxyEventV2 } from 'aws-lambda'

/**
 * The HTTP events that the handlers accept: of API Gateway's HTTP API (payload version 2) and of function URLs, which have
 * the same form; of API Gateway's REST API (version 1, which an HTTP API can send too); of an application load balancer; and
 * of VPC Lattice.
 */
export type LambdaHttpEvent =
  | APIGatewayProxyEventV2
  | APIGatewayProxyEvent
  | ALBEvent
  | VpcLatticeEvent
  | VpcLatticeEventV1

/** The event of VPC Lattice, event structure version 2. */
export interface VpcLatticeEvent {
  version: '2.0'
  path: string
  method: string
  headers: Record<string, string[]>
  queryStringParameters?: Record<string, string[]>
  body?: string | null
  isBase64Encoded?: boolean
  requestContext: {
    serviceNetworkArn: string
    serviceArn: string
    targetGroupArn: string
    region: string
    timeEpoch: string
    identity?: Record<string, unknown>
  }
}

/** The event of VPC Lattice, event structure version 1. */
export interface VpcLatticeEventV1 {
  raw_path: string
  method: string
  headers: Record<string, string>
  query_string_parameters?: Record<string, string>
  body?: string | null
  is_base64_encoded?: boolean
}

/** The result of a handler, in the form that the sender of the event expects. */
export interface LambdaHttpResult {
  statusCode: number
  /** The status with its reason phrase. Load balancers and VPC Lattice only. */
  statusDescription?: string
  headers?: Record<string, string>
  /** For events with multi-value headers only. */
  multiValueHeaders?: Record<string, string[]>
  body: string
  isBase64Encoded: false
}

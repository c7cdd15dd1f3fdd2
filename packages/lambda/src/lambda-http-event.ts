import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'

/** The events that the handler understands: API Gateway's HTTP API, payload version 2. */
export type LambdaHttpEvent = APIGatewayProxyEventV2

/** What the handler answers with. */
export type LambdaHttpResult = APIGatewayProxyStructuredResultV2

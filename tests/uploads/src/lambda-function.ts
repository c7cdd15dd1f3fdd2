import type { LambdaHttpResult } from '@secure-uploading/lambda'
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda'
import { createLambdaHandlers } from './lambda-app.js'
import { remoteOptions } from './remote-options.js'

const handlers = createLambdaHandlers(remoteOptions())

/** The function that an HTTP API invokes for both routes. */
export const handler = (event: APIGatewayProxyEventV2, context: Context): Promise<LambdaHttpResult> =>
  handlers[event.rawPath === '/api/webhook' ? 'webhook' : 'handler'](event, context)

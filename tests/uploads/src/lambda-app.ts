import type { RequestListener } from 'node:http'
import {
  createUploadsHandler,
  createWebhookHandler,
  defineUploads,
  type LambdaHttpResult,
} from '@secure-uploading/lambda'
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda'
import { grantOf, save, sharedOptions, SIGNING_SECRET, type AppOptions } from './app-options.js'
import { toHttpApiEvent } from './http-api-event.js'
import { listenerOf } from './listener-of.js'

/** Creates the handlers of two Lambda functions. */
export function createLambdaHandlers(options: AppOptions) {
  const uploads = defineUploads({
    avatar: {
      accept: ['image/*'],
      maxBytes: '1MB',
      maxFiles: 1,
      metadata: ({ grant }) => ({ owner: grant.subject }),
      onUploaded: (upload) => save(options, upload),
    },
    attachments: {
      accept: ['image/png', 'application/pdf', 'text/plain'],
      maxBytes: '2MB',
      maxFiles: 5,
      onUploaded: (upload) => save(options, upload),
    },
  })
  const shared = { ...sharedOptions(options), uploads }
  return {
    webhook: createWebhookHandler({ ...shared, signingSecret: SIGNING_SECRET }),
    handler: createUploadsHandler({
      ...shared,
      authorize: (event) => grantOf(event.cookies?.join('; ')),
    }),
  }
}

/** Creates two Lambda functions behind an HTTP API with `/api/uploads` and `/api/webhook`. */
export function createLambdaApp(options: AppOptions): RequestListener {
  const { webhook, handler } = createLambdaHandlers(options)
  return listenerOf(async (request) => {
    const event = await toHttpApiEvent(request)
    const invoke = event.rawPath === '/api/webhook' ? webhook : handler
    return responseOf(await invoke(...asSentByAws(event)))
  })
}

/** AWS passes the event as JSON, and a context that our handlers pass on without reading it. */
function asSentByAws(event: APIGatewayProxyEventV2): [APIGatewayProxyEventV2, Context] {
  return [JSON.parse(JSON.stringify(event)) as APIGatewayProxyEventV2, {} as Context]
}

function responseOf({ statusCode, headers = {}, body }: LambdaHttpResult): Response {
  return new Response(body === '' ? null : body, { status: statusCode, headers })
}

export * from '@secure-uploading/server'
export { createDefineUploads } from '@secure-uploading/server/adapter'
export { createTokenHandler } from './create-token-handler.js'
export { createUploadsHandler, defineUploads } from './create-uploads-handler.js'
export { createWebhookHandler } from './create-webhook-handler.js'
export type {
  LambdaHttpEvent,
  LambdaHttpResult,
  VpcLatticeEvent,
  VpcLatticeEventV1,
} from './events/lambda-http-event.js'

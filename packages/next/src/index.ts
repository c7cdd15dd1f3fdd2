export * from '@secure-uploading/server'
export { createTokenHandler, type TokenRouteHandlers } from './create-token-handler.js'
export { createUploadsHandler, defineUploads } from './create-uploads-handler.js'
export { createWebhookHandler, type WebhookRouteHandlers } from './create-webhook-handler.js'

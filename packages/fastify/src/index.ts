export * from '@secure-uploading/server'
export { createTokenHandler, type TokenRouteHandler } from './create-token-handler.js'
export { createUploadsHandler, defineUploads, uploadsPlugin } from './create-uploads-handler.js'
export { createWebhookHandler } from './create-webhook-handler.js'

export { createTokenHandler } from './create-token-handler.js'
export { createUploadsHandler, defineUploads } from './create-uploads-handler.js'
export { createWebhookHandler } from './create-webhook-handler.js'

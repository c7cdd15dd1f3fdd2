export { createTokenHandler } from './create-token-handler.js'
export { createWebhookHandler } from './create-webhook-handler.js'

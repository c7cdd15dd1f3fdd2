export * from '@secure-uploading/server'
export { createTokenHandler, type TokenRouteHandler } from './create-token-handler.js'
export { createWebhookHandler } from './create-webhook-handler.js'
export { tokenPlugin } from './token-plugin.js'

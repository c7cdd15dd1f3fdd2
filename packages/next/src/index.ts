export * from '@secure-uploading/server'
export type { RouteHandler } from './create-route-handler.js'
export { createTokenHandler, type TokenRouteHandlers } from './create-token-handler.js'
export { createWebhookHandler, type WebhookRouteHandlers } from './create-webhook-handler.js'

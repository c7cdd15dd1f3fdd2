export * from '@secure-uploading/server'
export { createTokenHandler } from './create-token-handler.js'
export { createWebhookHandler } from './create-webhook-handler.js'
export { keepRawBody } from './keep-raw-body.js'

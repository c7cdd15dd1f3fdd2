export { describeTokenEndpoint } from './describe-token-endpoint.js'
export { describeWebhookEndpoint } from './webhook/describe-webhook-endpoint.js'
export type { WebhookAdapter } from './webhook/webhook-adapter.js'
export type { Adapter, Capability, Serve, Served } from './adapter.js'

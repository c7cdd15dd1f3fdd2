export type { EdgeOptions } from './describe-in-edge-runtime.js'
export { describeTokenEndpointInEdgeRuntime } from './describe-token-endpoint-in-edge-runtime.js'
export { describeUploadsEndpointInEdgeRuntime } from './describe-uploads-endpoint-in-edge-runtime.js'
export { describeWebhookEndpointInEdgeRuntime } from './describe-webhook-endpoint-in-edge-runtime.js'

export { describeTokenEndpointInEdgeRuntime } from './describe-token-endpoint-in-edge-runtime.js'
export { describeWebhookEndpointInEdgeRuntime } from './describe-webhook-endpoint-in-edge-runtime.js'
export { describeHostileConnections, type ListeningAdapter } from './hostile/describe-hostile-connections.js'
export { sendTo, serveListener, type Listening } from './serve-listener.js'

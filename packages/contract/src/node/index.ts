export { describeTokenEndpointInEdgeRuntime } from './describe-token-endpoint-in-edge-runtime.js'
export { sendTo, serveListener } from './serve-listener.js'

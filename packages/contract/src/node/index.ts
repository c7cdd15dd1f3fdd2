export { bundleForEdge } from './bundle-for-edge.js'
export { describeTokenEndpointInEdgeRuntime } from './describe-token-endpoint-in-edge-runtime.js'
export { describeHostileConnections, type ListeningAdapter } from './hostile/describe-hostile-connections.js'
export { sendTo, serveListener, type Listening } from './serve-listener.js'

export { describeTokenEndpoint } from './describe-token-endpoint.js'
export type { Adapter, Capability, Serve, Served } from './adapter.js'

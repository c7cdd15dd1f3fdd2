import { describeTokenEndpoint } from '../src/index.js'
import { describeTokenEndpointInEdgeRuntime } from '../src/node/index.js'
import { adapter } from './fetch-adapter.js'

describeTokenEndpoint('a Request and Response handler', adapter)

describeTokenEndpointInEdgeRuntime(
  'a Request and Response handler at the edge',
  new URL('fetch-adapter.ts', import.meta.url).pathname,
)

import { fileURLToPath } from 'node:url'
import { describeTokenEndpoint } from '@secure-uploading/contract'
import { describeTokenEndpointInEdgeRuntime } from '@secure-uploading/contract/edge'
import { adapter } from './app-router-adapter.js'

describeTokenEndpoint("Next's App Router", adapter)

describeTokenEndpointInEdgeRuntime(
  "Next's App Router at the edge",
  fileURLToPath(new URL('app-router-adapter.ts', import.meta.url)),
  // Next's bundler defines these names for Next's request class. Our code uses neither.
  { ...adapter, define: { __dirname: '"/"', 'process.env': '{}' } },
)

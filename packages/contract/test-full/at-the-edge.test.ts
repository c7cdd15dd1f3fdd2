import { fileURLToPath } from 'node:url'
import {
  describeTokenEndpointInEdgeRuntime,
  describeUploadsEndpointInEdgeRuntime,
  describeWebhookEndpointInEdgeRuntime,
} from '../src/edge/index.js'
import { adapter } from '../src/suite/fetch-adapter.js'
import { adapter as uploadsAdapter } from '../src/suite/uploads-fetch-adapter.js'
import { adapter as webhookAdapter } from '../src/suite/webhook-fetch-adapter.js'

const inSuite = (file: string) => fileURLToPath(new URL(`../src/suite/${file}`, import.meta.url))

describeTokenEndpointInEdgeRuntime(
  'a Request and Response handler at the edge',
  inSuite('fetch-adapter.ts'),
  adapter,
)

describeWebhookEndpointInEdgeRuntime(
  'a Request and Response handler at the edge',
  inSuite('webhook-fetch-adapter.ts'),
  webhookAdapter,
)

describeUploadsEndpointInEdgeRuntime(
  'a Request and Response handler at the edge',
  inSuite('uploads-fetch-adapter.ts'),
  uploadsAdapter,
)

import { describeWebhookEndpoint } from '../src/index.js'
import { adapter } from '../src/suite/webhook-fetch-adapter.js'

describeWebhookEndpoint('a Request and Response handler', adapter)

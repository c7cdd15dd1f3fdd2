import { afterAll, beforeAll } from 'vitest'
import { deployLambda } from '../src/deploy-lambda.js'
import { buildNext, deployNext, removeNextBuild } from '../src/deploy-next.js'
import { describeInAPage } from '../src/describe-in-a-page.js'
import { describeInNode } from '../src/describe-in-node.js'
import { startBackstage } from '../src/start-backstage.js'

beforeAll(buildNext)
afterAll(removeNextBuild)

for (const [name, deploy] of [
  ['a built Next app', deployNext],
  ['a Lambda function', deployLambda],
] as const) {
  describeInNode(name, () => startBackstage(deploy), { isWebhookLate: true })
  describeInAPage(name, () => startBackstage(deploy))
}

import { EdgeVM } from '@edge-runtime/vm'
import { describe, it } from 'vitest'
import { bundleForEdge, describeTokenEndpointInEdgeRuntime } from '../src/node/index.js'
import { webhookRules } from '../src/webhook/rules/webhook-rules.js'

describeTokenEndpointInEdgeRuntime(
  'a Request and Response handler at the edge',
  new URL('../test/fetch-adapter.ts', import.meta.url).pathname,
)

describe('the webhook endpoint in a Request and Response handler at the edge', async () => {
  const vm = new EdgeVM()
  const source = new URL('../src/', import.meta.url).pathname
  vm.evaluate(
    await bundleForEdge(`
      import { createWebhookHandler } from '@secure-uploading/server'
      import { webhookRules } from '${source}webhook/rules/webhook-rules.ts'
      import { runWebhookTrial } from '${source}webhook/webhook-trial.ts'
      const adapter = {
        serve: (options) => ({ send: createWebhookHandler(options) }),
        cookieOf: (request) => request.headers.get('cookie'),
      }
      export const run = (index) => runWebhookTrial(adapter, webhookRules[index].check)
    `),
  )

  webhookRules.forEach(({ name }, index) => {
    it(name, () => vm.evaluate<Promise<void>>(`contract.run(${index})`))
  })
})

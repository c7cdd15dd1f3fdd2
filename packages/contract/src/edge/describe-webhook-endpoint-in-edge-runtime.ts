import { webhookRules } from '../webhook/rules/webhook-rules.js'
import { describeInEdgeRuntime, type EdgeOptions } from './describe-in-edge-runtime.js'

/**
 * Tests an adapter against the rules of the webhook endpoint inside an edge runtime.
 *
 * @param adapterFile the path of a module that exports `adapter`
 */
export function describeWebhookEndpointInEdgeRuntime(
  name: string,
  adapterFile: string,
  options: EdgeOptions,
): void {
  const script = `
    import { adapter } from ${JSON.stringify(adapterFile)}
    import { runWebhookCheck, webhookRules } from '@secure-uploading/contract/rules'
    export const run = (index) => runWebhookCheck(adapter, webhookRules[index].check)
  `
  describeInEdgeRuntime(`the webhook endpoint in ${name}`, webhookRules, adapterFile, script, options)
}

import { webhookRules } from '../webhook/rules/webhook-rules.js'
import { describeInEdgeRuntime, type EdgeOptions } from './describe-in-edge-runtime.js'

const RULES_FILE = new URL('../webhook/rules/webhook-rules.ts', import.meta.url).pathname
const TRIAL_FILE = new URL('../webhook/webhook-trial.ts', import.meta.url).pathname

/**
 * Holds an adapter to the rules of the webhook endpoint inside an edge runtime.
 *
 * @param adapterFile the path of a module that exports `adapter`, with all that it imports
 */
export function describeWebhookEndpointInEdgeRuntime(
  name: string,
  adapterFile: string,
  options: EdgeOptions,
): void {
  const script = `
    import { adapter } from ${JSON.stringify(adapterFile)}
    import { webhookRules } from ${JSON.stringify(RULES_FILE)}
    import { runWebhookTrial } from ${JSON.stringify(TRIAL_FILE)}
    export const run = (index) => runWebhookTrial(adapter, webhookRules[index].check)
  `
  describeInEdgeRuntime(`the webhook endpoint in ${name}`, webhookRules, script, options)
}

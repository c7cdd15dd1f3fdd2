import { fileURLToPath } from 'node:url'
import { bundleContract } from '../bundle.mjs'

const source = (file) =>
  JSON.stringify(fileURLToPath(new URL(`../../../packages/contract/src/${file}`, import.meta.url)))

/**
 * Loads the names of the contract's rules from its source.
 *
 * @returns {Promise<{ endpoints: { endpoint: string, groups: import('./render-contract.mjs').RuleGroup[] }[],
 *   reasons: Record<string, string> }>} the groups of rules by endpoint, and the reasons for exceptions
 */
export async function loadRules() {
  const script = await bundleContract({
    format: 'esm',
    contents: `
      export { ruleGroups } from ${source('rules/index.ts')}
      export { webhookRuleGroups } from ${source('webhook/rules/webhook-rule-groups.ts')}
      export { uploadsRuleGroups } from ${source('uploads/rules/uploads-rule-groups.ts')}
      export { LACK_REASONS } from ${source('lack-reasons.ts')}
    `,
  })
  const url = `data:text/javascript;base64,${Buffer.from(script).toString('base64')}`
  const { ruleGroups, webhookRuleGroups, uploadsRuleGroups, LACK_REASONS } = await import(url)
  return {
    endpoints: [
      { endpoint: 'the token endpoint', groups: ruleGroups },
      { endpoint: 'the webhook endpoint', groups: webhookRuleGroups },
      { endpoint: 'the uploads endpoint', groups: uploadsRuleGroups },
    ],
    reasons: LACK_REASONS,
  }
}

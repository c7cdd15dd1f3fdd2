import { isLeftOut } from '../framework.js'
import { rules } from '../rules/index.js'
import { runTrial } from '../trial.js'
import { webhookRules } from '../webhook/rules/webhook-rules.js'
import { runWebhookTrial } from '../webhook/webhook-trial.js'
import { coreRules } from './core-rules.js'
import { adapter } from './fetch-adapter.js'
import { adapter as webhookAdapter } from './webhook-fetch-adapter.js'

export interface SuiteResult {
  name: string
  /** Set when the rule was left out, for it needs what these handlers lack. */
  isSkipped?: true
  /** What went wrong, with where; absent when the rule holds. */
  failure?: string
}

/** Holds core and the handlers of `@secure-uploading/server` to their rules, in whatever runtime this is called. */
export async function runSuite(): Promise<SuiteResult[]> {
  const results: SuiteResult[] = []
  for (const { name, check } of coreRules) results.push(await resultOf(name, check))
  for (const rule of rules) {
    const name = `the token endpoint: ${rule.name}`
    const check = () => runTrial(adapter, rule.check)
    results.push(isLeftOut(rule, adapter) ? skipped(name) : await resultOf(name, check))
  }
  for (const rule of webhookRules) {
    const name = `the webhook endpoint: ${rule.name}`
    const check = () => runWebhookTrial(webhookAdapter, rule.check)
    results.push(isLeftOut(rule, webhookAdapter) ? skipped(name) : await resultOf(name, check))
  }
  return results
}

function skipped(name: string): SuiteResult {
  return { name, isSkipped: true }
}

async function resultOf(name: string, check: () => Promise<void>): Promise<SuiteResult> {
  try {
    await check()
    return { name }
  } catch (error) {
    return { name, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

import { isSkipped } from '../framework.js'
import { rules } from '../rules/index.js'
import { runCheck } from '../harness.js'
import { webhookRules } from '../webhook/rules/webhook-rules.js'
import { runWebhookCheck } from '../webhook/webhook-harness.js'
import { coreRules } from './core-rules.js'
import { adapter } from './fetch-adapter.js'
import { uploadsRules } from '../uploads/rules/uploads-rules.js'
import { runUploadsCheck } from '../uploads/uploads-harness.js'
import { adapter as uploadsAdapter } from './uploads-fetch-adapter.js'
import { adapter as webhookAdapter } from './webhook-fetch-adapter.js'

export interface SuiteResult {
  name: string
  /** Set when the rule was skipped because these handlers lack a capability. */
  isSkipped?: true
  /** The error with its stack; absent when the rule holds. */
  failure?: string
}

/** Checks core and the handlers of `@secure-uploading/server` in the current runtime. */
export async function runSuite(): Promise<SuiteResult[]> {
  const results: SuiteResult[] = []
  for (const { name, check } of coreRules) results.push(await resultOf(name, check))
  for (const rule of rules) {
    const name = `the token endpoint: ${rule.name}`
    const check = () => runCheck(adapter, rule.check)
    results.push(isSkipped(rule, adapter) ? skipped(name) : await resultOf(name, check))
  }
  for (const rule of webhookRules) {
    const name = `the webhook endpoint: ${rule.name}`
    const check = () => runWebhookCheck(webhookAdapter, rule.check)
    results.push(isSkipped(rule, webhookAdapter) ? skipped(name) : await resultOf(name, check))
  }
  for (const rule of uploadsRules) {
    const name = `the uploads endpoint: ${rule.name}`
    const check = () => runUploadsCheck(uploadsAdapter, rule.check)
    results.push(isSkipped(rule, uploadsAdapter) ? skipped(name) : await resultOf(name, check))
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

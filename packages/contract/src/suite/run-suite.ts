import { createTokenHandler, createWebhookHandler } from '@secure-uploading/server'
import type { Adapter } from '../adapter.js'
import { rules } from '../rules/index.js'
import { runTrial } from '../trial.js'
import { webhookRules } from '../webhook/rules/webhook-rules.js'
import type { WebhookAdapter } from '../webhook/webhook-adapter.js'
import { runWebhookTrial } from '../webhook/webhook-trial.js'
import { coreRules } from './core-rules.js'

export interface SuiteResult {
  name: string
  /** What went wrong, with where; absent when the rule holds. */
  failure?: string
}

/** Holds core and the handlers of `@secure-uploading/server` to their rules, in whatever runtime this is called. */
export async function runSuite(): Promise<SuiteResult[]> {
  const adapter: Adapter<[request: Request]> = {
    serve: (options) => ({ send: createTokenHandler(options) }),
    cookieOf: (request) => request.headers.get('cookie'),
  }
  const webhookAdapter: WebhookAdapter<[request: Request]> = {
    serve: (options) => ({ send: createWebhookHandler(options) }),
    cookieOf: (request) => request.headers.get('cookie'),
  }
  const results: SuiteResult[] = []
  for (const { name, check } of coreRules) results.push(await resultOf(name, check))
  for (const { name, check } of rules) results.push(await resultOf(name, () => runTrial(adapter, check)))
  for (const { name, check } of webhookRules) {
    results.push(await resultOf(`webhook: ${name}`, () => runWebhookTrial(webhookAdapter, check)))
  }
  return results
}

async function resultOf(name: string, check: () => Promise<void>): Promise<SuiteResult> {
  try {
    await check()
    return { name }
  } catch (error) {
    return { name, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

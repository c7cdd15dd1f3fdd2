import { checkAsJson } from '../check/describe-check.js'
import type { EndpointCheck } from '../check/endpoint-check.js'
import type { Plan } from '../plan/plan.js'
import { diffOf } from './diff-of.js'

/** What `init` did. */
export interface Outcome {
  directory: string
  isWritten: boolean
  isInstalled: boolean
  check: EndpointCheck
}

/** Describes the plan and what was done as JSON. */
export const describeAsJson = (plan: Plan, outcome: Outcome): object => ({
  directory: outcome.directory,
  framework: plan.framework.id,
  packageManager: plan.packageManager.name,
  endpoint: plan.endpoint,
  written: outcome.isWritten,
  installed: outcome.isInstalled,
  changes: plan.changes.map((change) => ({
    path: change.path,
    kind: change.kind,
    reason: change.kind === 'kept' ? change.reason : undefined,
    diff: diffOf(change),
  })),
  doctor: checkAsJson(outcome.check),
  steps: plan.steps,
})

import type { CheckPlan } from '../check/endpoint-check.js'
import type { Framework } from '../frameworks/framework.js'
import type { PackageManager } from '../project/find-package-manager.js'
import type { Change } from './change.js'

/** What `init` is going to do. */
export interface Plan {
  framework: Framework
  packageManager: PackageManager
  changes: readonly Change[]
  /** What the user has to do, in this order. */
  steps: readonly string[]
  endpoint: string | undefined
  /** How to check the endpoint, or why it cannot be checked. */
  check: CheckPlan | string
}

import type { Capability } from '../framework.js'
import type { Harness } from '../harness.js'

/** A rule of the token endpoint, with its check. It needs no test runner. */
export interface Rule {
  name: string
  needs?: Capability
  check: (harness: Harness) => Promise<void>
}

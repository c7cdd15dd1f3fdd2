import type { Capability } from '../framework.js'
import type { Trial } from '../trial.js'

/** One sentence about the token endpoint, and how to see whether it is true. It needs no test runner. */
export interface Rule {
  name: string
  needs?: Capability
  check: (trial: Trial) => Promise<void>
}

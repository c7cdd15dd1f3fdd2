import { ignoreRejection } from './ignore-rejection.js'

/** Calls a hook of the app. What it does is its own: nobody waits for it, and its failure harms no answer. */
export function callSafely(hook: () => unknown): void {
  try {
    ignoreRejection(hook())
  } catch {
    // Where could it be reported? The hook is what reports.
  }
}

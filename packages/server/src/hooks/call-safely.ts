/** Calls a hook of the app. What it does is its own: nobody waits for it, and its failure harms no answer. */
export function callSafely(hook: () => unknown): void {
  try {
    // Also a rejection must not become an unhandled one, which ends a Node process.
    Promise.resolve(hook()).catch(() => undefined)
  } catch {
    // Where could it be reported? The hook is what reports.
  }
}

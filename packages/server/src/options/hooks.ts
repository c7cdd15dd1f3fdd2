/** Calls a hook of the app without awaiting it. What it throws or rejects with is ignored. */
export function callSafely(hook: () => unknown): void {
  try {
    ignoreRejection(hook())
  } catch {
    // Hook errors must not change the answer.
  }
}

/** Prevents an unhandled rejection, which would end a Node process. Ignores values that are not promises. */
export function ignoreRejection(value: unknown): void {
  Promise.resolve(value).catch(() => undefined)
}

/** Lets a promise reject that nobody waits for: otherwise it would end a Node process. What is no promise, is let be. */
export function ignoreRejection(value: unknown): void {
  Promise.resolve(value).catch(() => undefined)
}

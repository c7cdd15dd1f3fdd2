/** Keys that a request of this process works on. */
export type Claims = Map<string, number>

/**
 * Claims a key until the returned function is called, or until a time in Unix **milliseconds**: a platform can end a request
 * without letting it clean up.
 *
 * @returns `undefined` when another request has claimed the key
 */
export function claim(claims: Claims, key: string, nowMs: number, untilMs: number): (() => void) | undefined {
  if ((claims.get(key) ?? -Infinity) > nowMs) return undefined
  dropEnded(claims, nowMs)
  claims.delete(key)
  claims.set(key, untilMs)
  return () => {
    // After the time, another request may have claimed the key.
    if (claims.get(key) === untilMs) claims.delete(key)
  }
}

/** Claims end in the order in which they were made, except for those of handlers with different time limits. */
function dropEnded(claims: Claims, nowMs: number): void {
  for (const [key, untilMs] of claims) {
    if (untilMs > nowMs) return
    claims.delete(key)
  }
}

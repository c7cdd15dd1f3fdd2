/**
 * Returns how long before expiry the client refreshes a token: 30 s, or a quarter of a short lifetime. Used for drawing
 * only; the client applies the rule internally.
 */
export const refreshMarginMs = (lifeMs: number): number => Math.min(30_000, lifeMs / 4)

/**
 * When the client replaces a token: 30 s before its end, and for a short one in the last quarter of its life. Only for
 * drawing it; the client keeps this rule by itself.
 */
export const refreshMarginMs = (lifeMs: number): number => Math.min(30_000, lifeMs / 4)

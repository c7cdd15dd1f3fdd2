const LONGEST_MS = 30_000

/** Tells how many **milliseconds** before its end a token is replaced: 30 s, and for a short one a quarter of its life. */
export const refreshMarginMs = (lifeMs: number): number => Math.min(LONGEST_MS, lifeMs / 4)

/** Lifetime of a locally signed token without `--expires-in`: 30 minutes. */
export const DEFAULT_EXPIRES_IN_SECONDS = 1800

/** How long a token lives that is signed here, unless `--expires-in` is given: half an hour. */
export const DEFAULT_EXPIRES_IN_SECONDS = 1800

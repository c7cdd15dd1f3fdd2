const DEFAULT_SECONDS = 1800

/** Tells how long a token lives: `UPLOAD_TOKEN_SECONDS`, half an hour unless set. */
export function tokenLifetimeSeconds(): number {
  return Number(process.env['UPLOAD_TOKEN_SECONDS'] ?? DEFAULT_SECONDS)
}

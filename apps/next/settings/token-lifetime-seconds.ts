const DEFAULT_SECONDS = 1800

/** Returns the token lifetime in seconds from `UPLOAD_TOKEN_SECONDS`. @default 1800 */
export function tokenLifetimeSeconds(): number {
  return Number(process.env['UPLOAD_TOKEN_SECONDS'] ?? DEFAULT_SECONDS)
}

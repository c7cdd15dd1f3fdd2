/** Returns the origins whose pages may request tokens, from the comma-separated `ALLOWED_ORIGINS`. */
export function allowedOrigins(): string[] {
  const origins = (process.env['ALLOWED_ORIGINS'] ?? '').split(',').map((origin) => origin.trim())
  return origins.filter((origin) => origin !== '')
}

/** Lists the origins of pages that may ask for tokens: `ALLOWED_ORIGINS`, with commas between them. */
export function allowedOrigins(): string[] {
  const origins = (process.env['ALLOWED_ORIGINS'] ?? '').split(',').map((origin) => origin.trim())
  return origins.filter((origin) => origin !== '')
}

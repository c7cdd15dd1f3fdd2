/**
 * Checks that each entry is an origin exactly as browsers send it, so that comparing strings is enough.
 *
 * @throws {TypeError} naming the entry and the form it should have.
 */
export function assertAllowedOrigins(allowedOrigins: unknown): void {
  if (!Array.isArray(allowedOrigins)) throw new TypeError('"allowedOrigins" must be an array of origins')
  for (const origin of allowedOrigins as unknown[]) {
    if (typeof origin === 'string' && isSerialisedOrigin(origin)) continue
    throw new TypeError(
      `"allowedOrigins" must hold exact origins such as "https://app.example.com", without a path, a trailing slash ` +
        `or a default port: ${JSON.stringify(origin)} is none`,
    )
  }
}

function isSerialisedOrigin(origin: string): boolean {
  // Apps in a shell (capacitor://localhost) have schemes that the URL class gives no origin for.
  if (!/^[a-z][a-z\d+.-]*:\/\/[^\s/?#@\\*]+$/.test(origin)) return false
  return !/^https?:/.test(origin) || (URL.canParse(origin) && new URL(origin).origin === origin)
}

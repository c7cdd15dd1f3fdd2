import { quoteValue } from './printable.js'

/**
 * Checks that each entry is an origin exactly as browsers send it, so that comparing strings is sufficient.
 *
 * @throws {TypeError} naming the entry and a valid form.
 */
export function assertAllowedOrigins(allowedOrigins: unknown): void {
  if (!Array.isArray(allowedOrigins)) throw new TypeError('"allowedOrigins" must be an array of origins')
  for (const origin of allowedOrigins as unknown[]) {
    if (typeof origin === 'string' && isSerializedOrigin(origin)) continue
    throw new TypeError(
      `Invalid origin ${quoteValue(origin)} in "allowedOrigins". Use exact origins such as "https://app.example.com", ` +
        'without a path, a trailing slash or a default port',
    )
  }
}

/** Returns whether text is an origin exactly as browsers send it. */
export function isSerializedOrigin(origin: string): boolean {
  // The URL class has no origin for the schemes of apps in a shell (capacitor://localhost).
  if (!/^[a-z][a-z\d+.-]*:\/\/[^\s/?#@\\*]+$/.test(origin)) return false
  return !/^https?:/.test(origin) || (URL.canParse(origin) && new URL(origin).origin === origin)
}

/** The names in a `Content-Disposition` header. */
export interface Disposition {
  name: string | undefined
  filename: string | undefined
}

const PARAMETER = /(?:^|;)\s*([^\s=;"]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;]*))/gs

/** Parses a `Content-Disposition` header. `name*` and `filename*` (RFC 8187) take precedence over the plain forms. */
export function parseContentDisposition(header: string): Disposition {
  const parameters = new Map<string, string>()
  for (const [, name = '', quoted, token = ''] of header.matchAll(PARAMETER)) {
    // Browsers send backslashes in quotes unescaped, so only `\"` and `\\` are escapes.
    const value = quoted === undefined ? token.trim() : quoted.replace(/\\(["\\])/g, '$1')
    parameters.set(name.toLowerCase(), value)
  }
  const named = (name: string): string | undefined =>
    decodeExtended(parameters.get(`${name}*`)) ?? parameters.get(name)
  return { name: named('name'), filename: named('filename') }
}

/** Decodes a header value whose bytes are UTF-8. HTTP clients decode header values as Latin-1. */
export function decodeHeaderValue(value: string): string {
  const codes = Array.from(value, (character) => character.charCodeAt(0))
  if (codes.every((code) => code < 0x80) || codes.some((code) => code > 0xff)) return value
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(codes))
  } catch {
    return value
  }
}

function decodeExtended(value: string | undefined): string | undefined {
  const [, charset = '', encoded = ''] = /^([^']*)'[^']*'(.*)$/s.exec(value ?? '') ?? []
  if (charset === '') return undefined
  try {
    if (/^utf-?8$/i.test(charset)) return decodeURIComponent(encoded)
    const bytes = encoded.replace(/%([0-9a-f]{2})/gi, (_, hex: string) =>
      String.fromCharCode(parseInt(hex, 16)),
    )
    return /^(?:iso-8859-1|us-ascii)$/i.test(charset) ? bytes : undefined
  } catch {
    return undefined
  }
}

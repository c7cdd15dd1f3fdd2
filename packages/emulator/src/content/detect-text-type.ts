const HTML = /^<(?:!doctype html|html|head|body|title|script|style|table|div|p|h1|a|br)\b/i
// A file with an XML declaration is HTML only as XHTML: `<a>` or `<table>` is a name of any XML format too.
const XHTML = /^<(?:!doctype html|html)\b/i
const SVG = /^<svg[\s>/]/i
// Processing instructions, comments, and a document type with or without entities, before the root element.
const PROLOG = /^(?:\s*(?:<\?[^>]*\?>|<!--[\s\S]*?-->|<!doctype svg\b[^[>]*(?:\[[^\]]*\]\s*)?>))*\s*/i
const JSON_START = /^(?:\{\s*(?:"(?:[^"\\]|\\.)*"\s*:|\})|\[\s*(?:["{[\]\d-]|true|false|null))/

// Control characters that do not occur in text.
// oxlint-disable-next-line no-control-regex
const CONTROL_CHARACTER = /[\0-\x08\x0e-\x1a\x1c-\x1f\x7f]/

/**
 * Detects the MIME type of a text: HTML, SVG, XML, JSON or plain text.
 *
 * @param sample the first bytes of the file
 * @param isTruncated whether the file has more bytes
 * @returns `undefined` if the file is not a text.
 */
export function detectTextType(sample: Uint8Array, isTruncated: boolean): string | undefined {
  const decoded = decode(sample, isTruncated)
  if (decoded === undefined) return undefined
  const text = decoded.trimStart()
  const hasXmlDeclaration = /^<\?xml\s/.test(text)
  const content = text.replace(PROLOG, '')
  if (SVG.test(content)) return 'image/svg+xml'
  if ((hasXmlDeclaration ? XHTML : HTML).test(content)) return 'text/html'
  if (hasXmlDeclaration) return 'application/xml'
  return isJson(text, isTruncated) ? 'application/json' : 'text/plain'
}

/** Decodes UTF-16 with a byte order mark, UTF-8, or Latin-1. */
function decode(sample: Uint8Array, isTruncated: boolean): string | undefined {
  const [first, second] = sample
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  const encoding = isUtf16 ? (first === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8'
  const text = decodeAs(encoding, sample, isTruncated) ?? decodeLatin1(sample)
  return text === undefined || CONTROL_CHARACTER.test(text) ? undefined : text
}

function decodeAs(encoding: string, sample: Uint8Array, isTruncated: boolean): string | undefined {
  try {
    // A character may be cut at the end of the sample.
    return new TextDecoder(encoding, { fatal: true }).decode(sample, { stream: isTruncated })
  } catch {
    return undefined
  }
}

function decodeLatin1(sample: Uint8Array): string | undefined {
  // The bytes 0x80 to 0x9f are control characters in Latin-1.
  return sample.some((byte) => byte >= 0x80 && byte < 0xa0)
    ? undefined
    : new TextDecoder('latin1').decode(sample)
}

function isJson(text: string, isTruncated: boolean): boolean {
  if (!JSON_START.test(text)) return false
  if (isTruncated) return true
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

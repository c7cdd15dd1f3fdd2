const MIN_LENGTH = 8
// Separators inside a split string: 'ab' + 'cd', ['ab', 'cd'].join(''), 'ab'.concat('cd'), or a backslash at a line end.
const SEPARATOR = String.raw`(?:["'\x60]\s*(?:[+,]|\)?\s*\.\s*concat\()\s*["'\x60]|\\\r?\n)?`

/** Checks whether a secret is long enough to search for without false matches. */
export const isDistinctive = (secret: string): boolean => secret.length >= MIN_LENGTH

/**
 * Creates patterns that find a secret in a text, by encoding: as text (also escaped or split), as a list of character
 * codes, in Base64 and in hex.
 */
export function secretPatterns(secret: string): Record<string, RegExp> {
  const characters = Array.from(secret)
  return {
    'as text': new RegExp(characters.map(anyEscapeOf).join(SEPARATOR)),
    'as character codes': new RegExp(characters.map(codeOf).join(String.raw`\s*,\s*`)),
    'in Base64': new RegExp([0, 1, 2].map((offset) => base64At(secret, offset)).join('|')),
    'in hex': new RegExp(Buffer.from(secret).toString('hex'), 'i'),
  }
}

function anyEscapeOf(character: string): string {
  const code = character.codePointAt(0) ?? 0
  const hex = eitherCase(code.toString(16))
  const percent = [...Buffer.from(character)].map(
    (byte) => `%${eitherCase(byte.toString(16).padStart(2, '0'))}`,
  )
  const forms = [
    literal(character),
    ...(code < 256 ? [String.raw`\\x${hex.padStart(2, '0')}`] : []),
    String.raw`\\u(?:0*${hex}|\{0*${hex}\})`,
    `&#(?:0*${code}|[xX]0*${hex});`,
    percent.join(''),
  ]
  return `(?:${forms.join('|')})`
}

function codeOf(character: string): string {
  const code = character.codePointAt(0) ?? 0
  return `(?:\\b${code}\\b|0[xX]${eitherCase(code.toString(16))}\\b)`
}

/** The Base64 characters that do not depend on the bytes before and after the secret. */
function base64At(secret: string, offset: number): string {
  const bytes = Buffer.concat([Buffer.alloc(offset), Buffer.from(secret)])
  const kept = bytes.toString('base64').slice(Math.ceil((offset * 8) / 6), Math.floor((bytes.length * 8) / 6))
  return Array.from(kept, (digit) => ({ '+': '[+-]', '/': '[/_]' })[digit] ?? digit).join('')
}

const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`)

const eitherCase = (hex: string): string =>
  hex.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`)

import { printable, UNPRINTABLE } from './printable.js'

/** Quotes a word for a POSIX shell, without control characters for the terminal. */
export function shellQuoted(word: string): string {
  if (/^[\w@%+=:,./-]+$/.test(word)) return word
  if (printable(word) === word) return `'${word.replaceAll("'", `'\\''`)}'`
  return `$'${word.replace(/['\\]/g, String.raw`\$&`).replace(UNPRINTABLE, asOctalBytes)}'`
}

const asOctalBytes = (character: string): string =>
  Array.from(Buffer.from(character), (byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('')

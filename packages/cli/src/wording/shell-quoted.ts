import { printable, UNPRINTABLE } from './printable.js'

/** Writes a word so that a POSIX shell takes it for one word as it is, and a terminal obeys nothing in it. */
export function shellQuoted(word: string): string {
  if (/^[\w@%+=:,./-]+$/.test(word)) return word
  if (printable(word) === word) return `'${word.replaceAll("'", `'\\''`)}'`
  return `$'${word.replace(/['\\]/g, String.raw`\$&`).replace(UNPRINTABLE, asOctalBytes)}'`
}

const asOctalBytes = (character: string): string =>
  Array.from(Buffer.from(character), (byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('')

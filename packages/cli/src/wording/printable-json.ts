import { UNPRINTABLE } from './printable.js'

/** Writes a value as JSON for a script, in which a terminal finds nothing to obey either. */
export function printableJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(UNPRINTABLE, (character) =>
    character === '\n' ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

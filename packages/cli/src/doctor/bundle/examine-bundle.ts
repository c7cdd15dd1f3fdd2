import type { NamedFinding } from '../finding.js'
import { failure, fine, unchecked } from '../finding.js'
import { isDistinctive } from '../../secrets/secret-patterns.js'
import { listFiles } from './list-files.js'
import { readTexts } from './read-texts.js'
import { rulesFor, type Rule } from './rules.js'
import { placesIn, type Place } from './places-in.js'

/**
 * Searches the files that are sent to browsers for secrets, including source maps and compressed files. Reports places,
 * never values.
 *
 * @throws {UsageError} if the directory does not exist
 */
export async function examineBundle(
  directory: string,
  secretKeys: readonly string[],
): Promise<NamedFinding[]> {
  const rules = rulesFor(secretKeys)
  const places = new Map<Rule, string[]>()
  const { files, strayLinks } = await listFiles(directory)
  for (const file of files) {
    for await (const { name, text, start, endIndex } of readTexts(directory, file)) {
      const placeOf = placesIn(text, start)
      for (const rule of rules) {
        const found = [...rule.find(text)]
          .filter((index) => index < endIndex)
          .map((index) => `${name}:${describe(placeOf(index))}`)
        if (found.length > 0) places.set(rule, [...(places.get(rule) ?? []), ...found])
      }
    }
  }
  const unread = strayLinks.length > 0 ? [{ ...STRAY_LINKS, places: strayLinks }] : []
  if (files.length === 0) return [NO_FILES, ...unread]
  return [
    ...unread,
    ...(secretKeys.some(isDistinctive) ? [] : [NO_SECRET]),
    ...rules.map((rule): NamedFinding => {
      const { check, level, good, bad, advice } = rule
      const found = places.get(rule)
      return found ? { check, level, message: bad, advice, places: found } : { check, ...fine(good) }
    }),
  ]
}

const describe = ({ line, column }: Place): string => `${line}:${column}`

const NO_FILES: NamedFinding = {
  check: 'bundle',
  ...failure('the directory contains no files', 'Build first, and pass the output directory.'),
}

const STRAY_LINKS: NamedFinding = {
  check: 'bundle',
  ...unchecked(
    'links that are broken or point outside of the directory were not followed',
    'Copy their targets into the directory, or check that directory, too.',
  ),
}

const NO_SECRET: NamedFinding = {
  check: 'bundle-secret',
  ...unchecked(
    'secret key not searched: the key is unknown, or has fewer than 8 characters',
    'Set UPLOADCARE_SECRET_KEY, or pipe the secret key in with --secret-stdin.',
  ),
}

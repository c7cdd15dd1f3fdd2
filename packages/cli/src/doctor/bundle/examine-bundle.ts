import type { NamedFinding } from '../finding.js'
import { failure, fine, unchecked } from '../finding.js'
import { isDistinctive } from '../../secrets/secret-patterns.js'
import { listFiles } from './list-files.js'
import { readTexts } from './read-texts.js'
import { rulesFor, type Rule } from './rules.js'
import { placesIn, type Place } from './places-in.js'

/**
 * Looks for secrets in the files that browsers are sent, source maps and compressed files included. It tells where, never
 * what.
 *
 * @throws {UsageError} when there is no such directory.
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
  if (files.length === 0) return [WITHOUT_FILES, ...unread]
  return [
    ...unread,
    ...(secretKeys.some(isDistinctive) ? [] : [WITHOUT_SECRET]),
    ...rules.map((rule): NamedFinding => {
      const { check, level, good, bad, advice } = rule
      const found = places.get(rule)
      return found ? { check, level, message: bad, advice, places: found } : { check, ...fine(good) }
    }),
  ]
}

const describe = ({ line, column }: Place): string => `${line}:${column}`

const WITHOUT_FILES: NamedFinding = {
  check: 'bundle',
  ...failure('holds no files', 'Build first, and give the directory that is built into.'),
}

const STRAY_LINKS: NamedFinding = {
  check: 'bundle',
  ...unchecked(
    'links that lead out of the directory, or nowhere, were not followed',
    'Copy what they lead to into the directory, or examine that directory, too.',
  ),
}

const WITHOUT_SECRET: NamedFinding = {
  check: 'bundle-secret',
  ...unchecked(
    'whether the secret key is in the files was not checked',
    'Set UPLOADCARE_SECRET_KEY, or pipe the secret key in with --secret-stdin: it has 8 characters or more.',
  ),
}

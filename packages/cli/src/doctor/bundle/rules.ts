import { PLACEHOLDER_SECRETS } from '../../secrets/placeholder-secrets.js'
import { isDistinctive, secretPatterns } from '../../secrets/secret-patterns.js'
import type { Level } from '../finding.js'

/** Something that must not be in files that are sent to browsers. */
export interface Rule {
  check: string
  level: Level
  good: string
  bad: string
  advice: string
  /** @returns the indexes of matches */
  find(text: string): Iterable<number>
}

const NEW_KEY =
  'This key is public now: create a new one in the dashboard and delete this one. Sign only on the server, and rebuild.'
const SERVER_CODE = 'Find the import: code that signs belongs on the server.'

/** The rules for a search. Searches for the secret keys themselves only if they are known. */
export function rulesFor(secretKeys: readonly string[]): Rule[] {
  const distinctive = secretKeys.filter(isDistinctive)
  const secretRule: Rule = {
    check: 'bundle-secret',
    level: 'failure',
    good: 'no file contains the secret key',
    bad: 'browser files contain the secret key',
    advice: NEW_KEY,
    *find(text) {
      for (const secretKey of distinctive) {
        for (const pattern of Object.values(secretPatterns(secretKey))) yield* indexesOf(pattern, text)
      }
    },
  }
  return [...(distinctive.length > 0 ? [secretRule] : []), ...RULES]
}

// Matches whole strings, and only placeholders that cannot mean anything else.
const PLACEHOLDER = new RegExp(
  `["'\`](?:${PLACEHOLDER_SECRETS.filter((text) => /^[a-z]+[_-]?\w*(?:secret|private)[_-]?key$/i.test(text) && !/^uploadcare/i.test(text)).join('|')})["'\`]`,
)

const RULES: Rule[] = [
  {
    check: 'bundle-literal',
    level: 'failure',
    good: 'no file contains a literal that looks like a secret key',
    bad: 'browser files contain a literal that looks like a secret key',
    advice: NEW_KEY,
    find: (text) =>
      indexesOf(
        /(?:secret_?key|UPLOADCARE_SECRET(?:_KEY)?)["'`]?\s*\]?\s*[:=]\s*["'`](?!demo|your|my|test|project|example|uploadcare)[\w-]{16,}["'`]/i,
        text,
      ),
  },
  {
    check: 'bundle-public-variable',
    level: 'failure',
    good: 'no secret has a public variable name',
    bad: 'a secret has a variable name that bundlers inline into pages (NEXT_PUBLIC_, VITE_, …)',
    advice: 'Remove the prefix, and create a new key in the dashboard.',
    find: (text) => indexesOf(/\b(?:\w*PUBLIC_|VITE_|REACT_APP_|VUE_APP_|GATSBY_)\w*SECRET\w*\b/, text),
  },
  {
    check: 'bundle-name',
    level: 'warning',
    good: 'no file references UPLOADCARE_SECRET_KEY',
    bad: 'browser files reference UPLOADCARE_SECRET_KEY',
    advice: SERVER_CODE,
    find: (text) => indexesOf(/(?<!\w)UPLOADCARE_SECRET(?:_KEY)?(?!\w)/, text),
  },
  {
    check: 'bundle-placeholder',
    level: 'warning',
    good: 'no file contains a placeholder of a secret key',
    bad: 'browser files contain a placeholder of a secret key',
    advice: SERVER_CODE,
    find: (text) => indexesOf(PLACEHOLDER, text),
  },
]

function* indexesOf(pattern: RegExp, text: string): Generator<number> {
  for (const { index } of text.matchAll(new RegExp(pattern, `${pattern.flags}g`))) yield index
}

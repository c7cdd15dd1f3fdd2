import { PLACEHOLDER_SECRETS } from '../../secrets/placeholder-secrets.js'
import { isDistinctive, secretPatterns } from '../../secrets/secret-patterns.js'
import type { Level } from '../finding.js'

/** Something that is not to be in files that browsers are sent. */
export interface Rule {
  check: string
  level: Level
  good: string
  bad: string
  advice: string
  /** Where it is in a text. */
  find(text: string): Iterable<number>
}

const NEW_KEY =
  'Make a new key in the dashboard and delete this one: it is public. Then sign on the server only, and build again.'
const SERVER_CODE = 'Find what imports it: code that signs belongs on the server.'

/** What is looked for; the secret keys themselves only where they are known. */
export function rulesFor(secretKeys: readonly string[]): Rule[] {
  const distinctive = secretKeys.filter(isDistinctive)
  const secretRule: Rule = {
    check: 'bundle-secret',
    level: 'failure',
    good: 'the secret key is in none of the files',
    bad: 'the secret key is in files that browsers are sent',
    advice: NEW_KEY,
    *find(text) {
      for (const secretKey of distinctive) {
        for (const pattern of Object.values(secretPatterns(secretKey))) yield* indexesOf(pattern, text)
      }
    },
  }
  return [...(distinctive.length > 0 ? [secretRule] : []), ...RULES]
}

// As a whole string, and only those that are nothing else than a secret key.
const PLACEHOLDER = new RegExp(
  `["'\`](?:${PLACEHOLDER_SECRETS.filter((text) => /^[a-z]+[_-]?\w*(?:secret|private)[_-]?key$/i.test(text) && !/^uploadcare/i.test(text)).join('|')})["'\`]`,
)

const RULES: Rule[] = [
  {
    check: 'bundle-literal',
    level: 'failure',
    good: 'no secret key is written out',
    bad: 'something that looks like a secret key is written out',
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
    good: 'no secret key has a name that is built into pages',
    bad: 'a secret key has a name that is built into pages (NEXT_PUBLIC_, VITE_, …)',
    advice: 'Take the prefix away, and make a new key in the dashboard.',
    find: (text) => indexesOf(/\b(?:\w*PUBLIC_|VITE_|REACT_APP_|VUE_APP_|GATSBY_)\w*SECRET\w*\b/, text),
  },
  {
    check: 'bundle-name',
    level: 'warning',
    good: 'UPLOADCARE_SECRET_KEY is not asked for',
    bad: 'UPLOADCARE_SECRET_KEY is asked for in files that browsers are sent',
    advice: SERVER_CODE,
    find: (text) => indexesOf(/(?<!\w)UPLOADCARE_SECRET(?:_KEY)?(?!\w)/, text),
  },
  {
    check: 'bundle-placeholder',
    level: 'warning',
    good: 'no placeholder of a secret key is there',
    bad: 'a placeholder of a secret key is there',
    advice: SERVER_CODE,
    find: (text) => indexesOf(PLACEHOLDER, text),
  },
]

function* indexesOf(pattern: RegExp, text: string): Generator<number> {
  for (const { index } of text.matchAll(new RegExp(pattern, `${pattern.flags}g`))) yield index
}

import { isDistinctive, secretPatterns } from '../../../secrets/secret-patterns.js'
import { failure, fine, warning, type Finding } from '../../finding.js'
import type { Answer } from '../answer.js'
import type { Examination } from '../examination.js'

/** No answer tells a secret, errors included. It looks at what the other checks were answered. */
export async function checkSecrets(examination: Examination): Promise<Finding> {
  const answers = await examination.answers()
  const patterns = examination.secretKeys
    .filter(isDistinctive)
    .flatMap((secretKey) => Object.values(secretPatterns(secretKey)))
  if (answers.some((answer) => patterns.some((pattern) => wholeText(answer).search(pattern) >= 0))) {
    return failure(
      'tells the secret key in an answer',
      'Make a new key in the dashboard, then take the old one out of the answer and delete it.',
    )
  }
  const names = answers.flatMap(({ json }) => [...secretNames(json)])
  if (names.length > 0) {
    return failure(
      `answers fields that are named like secrets: ${[...new Set(names)].join(', ')}`,
      'Answer what a client needs, and nothing else: { publicKey, secureSignature, secureExpire, expiresIn }.',
    )
  }
  if (answers.some(({ text }) => /\n\s+at .+:\d+:\d+/.test(text) || /\\n\s+at .+:\d+:\d+/.test(text))) {
    return warning(
      'tells the stack of an error',
      'Log errors on the server, and answer { "error": { "code" } }.',
    )
  }
  return fine('tells no secret in any of its answers')
}

const wholeText = ({ headers, text }: Answer): string =>
  [...headers].map(([name, value]) => `${name}: ${value}`).join('\n') + `\n${text}`

function* secretNames(json: unknown): Generator<string> {
  // Not by recursion: what somebody else answers may be nested deeper than a stack is.
  const values = [json]
  for (const value of values) {
    if (typeof value !== 'object' || value === null) continue
    for (const [name, inner] of Object.entries(value)) {
      if (/^[\w-]*(?:secret|private_?key|password)[\w-]*$/i.test(name)) yield name
      values.push(inner)
    }
  }
}

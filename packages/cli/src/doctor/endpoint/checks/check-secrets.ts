import { isDistinctive, secretPatterns } from '../../../secrets/secret-patterns.js'
import { failure, fine, warning, type Finding } from '../../finding.js'
import type { Answer } from '../answer.js'
import type { Examination } from '../examination.js'

/** No response exposes a secret, including errors. Inspects the responses to all other checks. */
export async function checkSecrets(examination: Examination): Promise<Finding> {
  const answers = await examination.answers()
  const patterns = examination.secretKeys
    .filter(isDistinctive)
    .flatMap((secretKey) => Object.values(secretPatterns(secretKey)))
  if (answers.some((answer) => patterns.some((pattern) => wholeText(answer).search(pattern) >= 0))) {
    return failure(
      'exposes the secret key in a response',
      'Remove the key from the response, and replace it in the dashboard.',
    )
  }
  const names = answers.flatMap(({ json }) => [...secretFieldNames(json)])
  if (names.length > 0) {
    return failure(
      `returns fields with names of secrets: ${[...new Set(names)].join(', ')}`,
      'Return only what a client needs: { publicKey, secureSignature, secureExpire, expiresIn }.',
    )
  }
  if (answers.some(({ text }) => /\n\s+at .+:\d+:\d+/.test(text) || /\\n\s+at .+:\d+:\d+/.test(text))) {
    return warning(
      'exposes the stack trace of an error',
      'Log errors on the server, and return { "error": { "code" } }.',
    )
  }
  return fine('exposes no secret in any response')
}

const wholeText = ({ headers, text }: Answer): string =>
  [...headers].map(([name, value]) => `${name}: ${value}`).join('\n') + `\n${text}`

function* secretFieldNames(json: unknown): Generator<string> {
  // Iterative: a response can be nested deeper than the call stack allows.
  const values = [json]
  for (const value of values) {
    if (typeof value !== 'object' || value === null) continue
    for (const [name, inner] of Object.entries(value)) {
      if (/^[\w-]*(?:secret|private_?key|password)[\w-]*$/i.test(name)) yield name
      values.push(inner)
    }
  }
}

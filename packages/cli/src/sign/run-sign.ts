import { findPublicKey } from '../arguments/find-public-key.js'
import { readUrl } from '../arguments/read-url.js'
import { SECRET_ON_COMMAND_LINE } from '../secrets/assert-no-secret.js'
import { readSecretKeys, type SecretOptions } from '../secrets/read-secret-keys.js'
import type { Terminal } from '../terminal/terminal.js'
import { asUsage, UsageError } from '../usage-error.js'
import { describeSeconds } from '../wording/describe-seconds.js'
import { printableJson } from '../wording/printable-json.js'
import { curlLine } from './curl-line.js'
import { createToken, type TokenOptions } from './create-token.js'

export interface SignOptions extends TokenOptions, SecretOptions {
  publicKey?: string
  file: string
  baseUrl: string
  json?: true
}

/**
 * Signs, and prints the credential.
 *
 * @throws {UsageError}
 */
export async function runSign(
  words: readonly string[],
  options: SignOptions,
  terminal: Terminal,
): Promise<void> {
  if (words.length > 0) throw new UsageError(`"sign" takes no arguments. ${SECRET_ON_COMMAND_LINE}`)
  const baseUrl = readUrl('--base-url', options.baseUrl)
  const secretKeys = await readSecretKeys(terminal, options)
  const publicKey = findPublicKey(terminal, options.publicKey, secretKeys)
  const { fields, expire, allowsDirectUpload } = await asUsage(() => createToken(secretKeys[0], options))

  const expiresIn = expire - Math.ceil(Date.now() / 1000)
  const curl =
    publicKey && allowsDirectUpload ? curlLine(baseUrl, publicKey, fields, options.file) : undefined
  if (options.json) {
    terminal.print(printableJson({ publicKey, ...fields, expiresIn, curl }))
    return
  }
  const until = `valid until ${new Date(expire * 1000).toISOString().replace('.000', '')}, for ${describeSeconds(expiresIn)}`
  terminal.print(
    'authToken' in fields
      ? `authToken  ${fields.authToken}\n           ${until}`
      : `signature  ${fields.secureSignature}\nexpire     ${fields.secureExpire}\n           ${until}`,
  )
  if (curl) terminal.print(`\n${curl}`)
  else if (!publicKey)
    terminal.printError('\nTo get a curl command, set UPLOADCARE_PUBLIC_KEY or pass --public-key.')
  else terminal.printError('\nNo curl command: the scope does not include /base/.')
}

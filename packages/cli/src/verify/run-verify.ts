import { EXIT_CODE, type ExitCode } from '../exit-code.js'
import { readSecretKeys, secretSource, type SecretOptions } from '../secrets/read-secret-keys.js'
import type { Terminal } from '../terminal/terminal.js'
import { asUsage, UsageError } from '../usage-error.js'
import { printableJson } from '../wording/printable-json.js'
import { describeVerdict } from './describe-verdict.js'
import { explainMismatch, verifyCredential } from './verify-credential.js'
import { readCredential } from './read-credential.js'

export interface VerifyOptions extends SecretOptions {
  jwt?: true
  path?: string
  json?: true
}

/**
 * Verifies a credential, and prints the verdict. Never prints the valid signature.
 *
 * @throws {UsageError}
 */
export async function runVerify(
  words: readonly string[],
  options: VerifyOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const text = await credentialText(words, options, terminal)
  const credential = readCredential(text.trim(), options.jwt === true)
  const secretKeys = await readSecretKeys(terminal, options)
  const verdict = explainMismatch(
    await asUsage(() => verifyCredential(secretKeys, credential, options.path)),
    secretSource(options),
  )
  terminal.print(options.json ? printableJson(verdict) : describeVerdict(verdict, terminal.hasColors))
  return verdict.valid ? EXIT_CODE.success : EXIT_CODE.failed
}

async function credentialText(
  words: readonly string[],
  { secretStdin }: VerifyOptions,
  terminal: Terminal,
): Promise<string> {
  if (words.length > 0 && words[0] !== '-') return words.join(' ')
  if (secretStdin) throw new UsageError('With --secret-stdin, pass the credential as arguments.')
  const piped = await terminal.readInput()
  if (!piped?.trim()) throw new UsageError('Nothing to verify. See secure-uploading verify --help.')
  return piped
}

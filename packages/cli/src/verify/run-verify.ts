import { EXIT_CODE, type ExitCode } from '../exit-code.js'
import { readSecretKeys, type SecretOptions } from '../secrets/read-secret-keys.js'
import type { Terminal } from '../terminal/terminal.js'
import { asUsage, UsageError } from '../usage-error.js'
import { printableJson } from '../wording/printable-json.js'
import { describeJudgement } from './describe-judgement.js'
import { judge } from './judge.js'
import { readCredential } from './read-credential.js'

export interface VerifyOptions extends SecretOptions {
  jwt?: true
  path?: string
  json?: true
}

/**
 * Judges a credential, and prints the verdict. What would have been right is never printed.
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
  const judgement = await asUsage(judge(secretKeys, credential, options.path))
  terminal.print(options.json ? printableJson(judgement) : describeJudgement(judgement, terminal.hasColours))
  return judgement.valid ? EXIT_CODE.fine : EXIT_CODE.failed
}

async function credentialText(
  words: readonly string[],
  { secretStdin }: VerifyOptions,
  terminal: Terminal,
): Promise<string> {
  if (words.length > 0 && words[0] !== '-') return words.join(' ')
  if (secretStdin) throw new UsageError('With --secret-stdin, what to verify stands on the command line.')
  const piped = await terminal.readInput()
  if (!piped?.trim()) throw new UsageError('There is nothing to verify: see secure-uploading verify --help.')
  return piped
}

import { findPublicKey } from '../arguments/find-public-key.js'
import { readUrl } from '../arguments/read-url.js'
import type { ExitCode } from '../exit-code.js'
import { readHeaders } from '../headers/read-headers.js'
import { findSecretKeys, type SecretOptions } from '../secrets/read-secret-keys.js'
import type { Terminal } from '../terminal/terminal.js'
import { describeRoute } from '../network/network.js'
import { UsageError } from '../usage-error.js'
import { printableJson } from '../wording/printable-json.js'
import { examineBundle } from './bundle/examine-bundle.js'
import { examineEndpoint } from './endpoint/examine-endpoint.js'
import { withoutQuery } from './endpoint/redirect.js'
import { describeFindings } from './report/describe-findings.js'
import { exitCodeOf, summaryOf } from './report/summary.js'

export interface DoctorOptions extends SecretOptions {
  bundle?: string
  cookie?: string
  header?: string[]
  origin?: string
  anyone?: true
  publicKey?: string
  /** In **seconds**. */
  timeout?: number
  strict?: true
  json?: true
}

/**
 * Checks an endpoint, a bundle or both, and prints the findings.
 *
 * @throws {UsageError}
 */
export async function runDoctor(
  address: string | undefined,
  options: DoctorOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { bundle, cookie, header = [], origin, timeout, json } = options
  if (address === undefined && bundle === undefined) {
    throw new UsageError('Pass the URL of a token endpoint, or built files with --bundle.')
  }
  const url = address === undefined ? undefined : readUrl('The URL of the token endpoint', address)
  const lines = cookie === undefined ? header : [...header, `cookie: ${cookie}`]
  const credentials = readHeaders(lines, terminal.env)
  const pageOrigin = origin === undefined ? undefined : readUrl('--origin', origin).origin
  const secretKeys = await findSecretKeys(terminal, options)
  const publicKey = findPublicKey(terminal, options.publicKey, secretKeys)

  const network = await terminal.connect()
  const findings = [
    ...(url
      ? await examineEndpoint({
          fetch: network.fetch,
          route: describeRoute(network, url),
          url,
          credentials,
          secretKeys,
          publicKey,
          isForAnyone: options.anyone === true,
          ...(pageOrigin !== undefined && { pageOrigin }),
          ...(timeout !== undefined && { timeoutMs: timeout * 1000 }),
        })
      : []),
    ...(bundle === undefined ? [] : await examineBundle(bundle, secretKeys)),
  ]
  const shown = url && withoutQuery(url)
  terminal.print(
    json
      ? printableJson({ url: shown, bundle, summary: summaryOf(findings), findings })
      : describeFindings(findings, terminal.hasColors),
  )
  return exitCodeOf(findings, options.strict === true)
}

import { SecureUploadClient, createTokenSource, type TokenSource } from '@secure-uploading/client'
import { createSigner } from '@secure-uploading/core'
import { DEFAULT_EXPIRES_IN_SECONDS } from '../arguments/default-expires-in-seconds.js'
import { findPublicKey } from '../arguments/find-public-key.js'
import { readUrl } from '../arguments/read-url.js'
import { readHeaders } from '../headers/read-headers.js'
import { findSecretKeys, readSecretKeys, type SecretOptions } from '../secrets/read-secret-keys.js'
import type { Terminal } from '../terminal/terminal.js'
import { asUsage, UsageError } from '../usage-error.js'
import { describeEvent } from './describe-event.js'

export interface ClientOptions extends SecretOptions {
  tokenEndpoint?: string
  header?: string[]
  publicKey?: string
  /** In **seconds**. */
  expiresIn?: number
  baseUrl: string
  baseCdn?: string
}

/**
 * Creates the upload client, with tokens from the endpoint or signed locally.
 *
 * @param say prints a message about a delay
 * @throws {UsageError}
 */
export async function createUploadClient(
  options: ClientOptions,
  terminal: Terminal,
  say: (line: string) => void,
): Promise<SecureUploadClient> {
  const { tokenEndpoint, baseUrl, baseCdn } = options
  const baseURL = readUrl('--base-url', baseUrl).href.replace(/\/$/, '')
  const baseCDN = baseCdn === undefined ? undefined : readUrl('--base-cdn', baseCdn).href.replace(/\/$/, '')
  const onEvent = (event: Parameters<typeof describeEvent>[0]): void => {
    const line = describeEvent(event)
    if (line !== undefined) say(line)
  }
  const { tokenSource, publicKey } =
    tokenEndpoint === undefined
      ? await signLocally(options, terminal)
      : await fetchFromEndpoint(readUrl('--token-endpoint', tokenEndpoint), options, terminal)
  tokenSource.update({ onEvent })
  return new SecureUploadClient({
    tokenSource,
    baseURL,
    onEvent,
    ...(publicKey !== undefined && { publicKey }),
    ...(baseCDN !== undefined && { baseCDN }),
  })
}

interface Tokens {
  tokenSource: TokenSource
  publicKey: string | undefined
}

async function fetchFromEndpoint(endpoint: URL, options: ClientOptions, terminal: Terminal): Promise<Tokens> {
  if (options.secretStdin || options.expiresIn !== undefined) {
    throw new UsageError(
      'With --token-endpoint nothing is signed locally. Remove --secret-stdin and --expires-in.',
    )
  }
  const headers = readHeaders(options.header ?? [], terminal.env)
  const publicKey = findPublicKey(terminal, options.publicKey, await findSecretKeys(terminal, options))
  return { tokenSource: createTokenSource({ endpoint, headers }), publicKey }
}

async function signLocally(options: ClientOptions, terminal: Terminal): Promise<Tokens> {
  const { header, expiresIn = DEFAULT_EXPIRES_IN_SECONDS } = options
  if (header) throw new UsageError('--header applies to a token endpoint. Add --token-endpoint.')
  const secretKeys = await readSecretKeys(terminal, options)
  const publicKey = findPublicKey(terminal, options.publicKey, secretKeys)
  if (publicKey === undefined) {
    throw new UsageError(
      "The project's public key is missing. Set UPLOADCARE_PUBLIC_KEY or pass --public-key.",
    )
  }
  const signer = createSigner({ secretKey: secretKeys[0] })
  // Validates the lifetime before the first upload starts.
  await asUsage(signer.sign({ expiresIn }))
  const fetchToken = async (): Promise<unknown> => ({
    ...(await signer.sign({ expiresIn })),
    publicKey,
    expiresIn,
  })
  return { tokenSource: createTokenSource({ fetchToken }), publicKey }
}

import {
  SecureUploadClient,
  createTokenSource,
  type SecureUploadSettings,
  type TokenSource,
} from '@secure-uploading/client'
import { createSigner } from '@secure-uploading/core'
import { DEFAULT_EXPIRES_IN_SECONDS } from '../arguments/default-expires-in-seconds.js'
import { findPublicKey, publicKeySource } from '../arguments/find-public-key.js'
import { readUrl } from '../arguments/read-url.js'
import { readHeaders } from '../headers/read-headers.js'
import { describeRoute, type Network } from '../network/network.js'
import {
  findSecretKeys,
  readSecretKeys,
  secretSource,
  type SecretOptions,
} from '../secrets/read-secret-keys.js'
import type { Terminal } from '../terminal/terminal.js'
import { UsageError } from '../usage-error.js'
import { describeEvent } from './describe-event.js'
import { isEmulator } from './is-emulator.js'
import type { UploadSetup } from './upload-setup.js'

export interface ClientOptions extends SecretOptions {
  tokenEndpoint?: string
  header?: string[]
  publicKey?: string
  /** In **seconds**. */
  expiresIn?: number
  baseUrl: string
  baseCdn?: string
}

interface CreatedClient {
  client: SecureUploadClient
  setup: UploadSetup
}

/**
 * Creates the upload client, with tokens from the endpoint or signed locally.
 *
 * @param say prints a message about a delay
 * @throws {UsageError}
 */
export async function createUploadClient(
  options: ClientOptions,
  settings: Pick<SecureUploadSettings, 'store'>,
  terminal: Terminal,
  say: (line: string) => void,
): Promise<CreatedClient> {
  const { tokenEndpoint, baseUrl, baseCdn } = options
  const baseURL = trimSlash(readUrl('--base-url', baseUrl))
  const givenCDN = baseCdn === undefined ? undefined : trimSlash(readUrl('--base-cdn', baseCdn))
  const endpoint = tokenEndpoint === undefined ? undefined : readUrl('--token-endpoint', tokenEndpoint)
  const onEvent = (event: Parameters<typeof describeEvent>[0]): void => {
    const line = describeEvent(event)
    if (line !== undefined) say(line)
  }
  const network = await terminal.connect()
  const { tokenSource, publicKey, signing } = endpoint
    ? await fetchFromEndpoint(endpoint, network, options, terminal)
    : await signLocally(options, terminal)
  tokenSource.update({ onEvent })
  // An emulator serves the files that it receives.
  const baseCDN = givenCDN ?? ((await isEmulator(baseURL, network.fetch)) ? baseURL : undefined)
  const client = new SecureUploadClient({
    ...settings,
    tokenSource,
    baseURL,
    onEvent,
    ...(publicKey !== undefined && { publicKey }),
    ...(baseCDN !== undefined && { baseCDN }),
  })
  const uploadRoute = describeRoute(network, baseURL)
  const endpointRoute = endpoint === undefined ? uploadRoute : describeRoute(network, endpoint)
  return { client, setup: { baseUrl: baseURL, signing, uploadRoute, endpointRoute } }
}

const trimSlash = ({ href }: URL): string => href.replace(/\/$/, '')

interface Tokens extends Pick<UploadSetup, 'signing'> {
  tokenSource: TokenSource
  publicKey: string | undefined
}

async function fetchFromEndpoint(
  endpoint: URL,
  { fetch }: Network,
  options: ClientOptions,
  terminal: Terminal,
): Promise<Tokens> {
  if (options.secretStdin || options.expiresIn !== undefined) {
    throw new UsageError(
      'With --token-endpoint nothing is signed locally. Remove --secret-stdin and --expires-in.',
    )
  }
  const headers = readHeaders(options.header ?? [], terminal.env)
  const publicKey = findPublicKey(terminal, options.publicKey, await findSecretKeys(terminal, options))
  return { tokenSource: createTokenSource({ endpoint, headers, fetch }), publicKey }
}

async function signLocally(options: ClientOptions, terminal: Terminal): Promise<Tokens> {
  const { header, expiresIn = DEFAULT_EXPIRES_IN_SECONDS } = options
  if (header) throw new UsageError('--header applies to a token endpoint. Add --token-endpoint.')
  const [secretKey, ...others] = await readSecretKeys(terminal, options)
  const publicKey = findPublicKey(terminal, options.publicKey, [secretKey, ...others])
  if (publicKey === undefined) {
    throw new UsageError(
      "The project's public key is missing. Set UPLOADCARE_PUBLIC_KEY or pass --public-key.",
    )
  }
  const signer = createSigner({ secretKey })
  const fetchToken = async (): Promise<unknown> => ({
    ...(await signer.sign({ expiresIn })),
    publicKey,
    expiresIn,
  })
  return {
    tokenSource: createTokenSource({ fetchToken }),
    publicKey,
    signing: {
      secretKey,
      secretSource: secretSource(options),
      publicKeySource: publicKeySource(options.publicKey),
    },
  }
}

import type { Clock } from '@secure-uploading/core'
import { assertLifetime, assertOptions } from '@secure-uploading/core/internal'
import { assertAllowedOrigins } from '../options/allowed-origins.js'
import { createKeyResolver, type KeyOptions, type Keys } from '../options/keys.js'
import { logErrorOf } from '../options/default-log.js'
import { assertFunctions } from '../options/assert-functions.js'
import { parseReceipts, type Receipts, type ReceiptSettings } from '../receipt/options.js'
import type { Credential } from './credential.js'
import type { TokenDenied, TokenIssued } from './events.js'
import type { Authorize, AuthorizeResult } from './grant.js'
import { logTokenDenied } from './log-denied.js'
import { assertRateLimit, type RateLimit } from './rate-limit.js'

/** The options of `createTokenHandler`. `Args` are the arguments that the framework passes to its handlers. */
export interface TokenHandlerOptions<Args extends unknown[], Result extends AuthorizeResult = AuthorizeResult>
  extends Clock, KeyOptions<Args> {
  /** Decides who may upload. `'anyone'` allows every request that reaches the endpoint. */
  authorize: 'anyone' | ((...args: Args) => Result)
  /**
   * The lifetime of a token, in whole **seconds**, at most 604800 (7 days), with `credential: 'jwt'` 86400.
   *
   * @default 1800
   */
  expiresIn?: number | undefined
  /**
   * The kind of credential that is issued.
   *
   * @default 'signature'
   */
  credential?: Credential | undefined
  /**
   * Creates the id of a token: the `jti` of an auth token and the `tokenId` of its receipt.
   *
   * @default crypto.randomUUID
   */
  createTokenId?: (() => string) | undefined
  /**
   * Other origins whose pages may request tokens, exactly as browsers send them: `https://app.example.com`.
   *
   * @default []
   */
  allowedOrigins?: readonly string[] | undefined
  /**
   * Whether to trust `X-Forwarded-Host`. Only behind a proxy that sets it.
   *
   * @default false
   */
  trustProxy?: boolean | undefined
  /**
   * Limits tokens per user.
   *
   * @default none
   */
  rateLimit?: RateLimit<Args> | undefined
  /**
   * Issues an upload receipt with each token, which binds a file to the grant's `subject`: the client adds it to the metadata
   * of its files, and the webhook handler verifies it.
   *
   * @default none
   */
  receipts?: Receipts<Args> | undefined
  /** Called after a token was issued. Not awaited. */
  onIssue?: ((event: TokenIssued, ...args: Args) => unknown) | undefined
  /**
   * Called after a request was refused. Not awaited.
   *
   * @default with `NODE_ENV` `development` or `test`, a line in the console about a refused origin or a missing session
   */
  onDeny?: ((event: TokenDenied, ...args: Args) => unknown) | undefined
  /**
   * Called with the error behind a 500. Not awaited.
   *
   * @default with `NODE_ENV` `development` or `test`, a line in the console
   */
  onError?: ((error: unknown, ...args: Args) => unknown) | undefined
}

/** The options of a token endpoint, checked and with their defaults. */
export interface TokenSettings<Args extends unknown[]> {
  keysFor: (args: Args) => Keys | Promise<Keys>
  authorize: 'anyone' | Authorize<Args>
  expiresIn: number
  credential: Credential
  createTokenId: () => string
  allowedOrigins: readonly string[]
  trustProxy: boolean
  rateLimit: RateLimit<Args> | undefined
  receipts: ReceiptSettings<Args> | undefined
  onIssue: ((event: TokenIssued, ...args: Args) => unknown) | undefined
  onDeny: (event: TokenDenied, ...args: Args) => unknown
  onError: (error: unknown, ...args: Args) => unknown
  now: () => number
}

/** The names of the options. */
export const TOKEN_OPTIONS: readonly string[] = [
  ...['publicKey', 'secretKey', 'authorize', 'expiresIn', 'credential', 'createTokenId', 'allowedOrigins'],
  ...['trustProxy', 'rateLimit', 'receipts', 'onIssue', 'onDeny', 'onError', 'now'],
]

/**
 * Checks the options of a token endpoint and adds the defaults. They may come from JavaScript.
 *
 * @param extended the names of all options and the name of the endpoint, where an endpoint has more options
 * @throws {TypeError} naming the option and what it must be.
 */
export function parseTokenOptions<Args extends unknown[]>(
  options: TokenHandlerOptions<Args>,
  extended: { names?: readonly string[]; endpoint?: string } = {},
): TokenSettings<Args> {
  const { names = TOKEN_OPTIONS, endpoint = 'token endpoint' } = extended
  assertOptions(options, names)
  const { authorize, expiresIn = 1800, credential = 'signature' } = options
  const { createTokenId = () => crypto.randomUUID(), allowedOrigins = [], trustProxy = false } = options
  const {
    rateLimit,
    receipts,
    onIssue,
    onDeny = logTokenDenied,
    onError = logErrorOf(endpoint),
    now = Date.now,
  } = options

  const keysFor = createKeyResolver(options)
  assertAuthorize(authorize)
  assertLifetime('expiresIn', expiresIn)
  assertCredential(credential, expiresIn)
  assertAllowedOrigins(allowedOrigins)
  assertBoolean('trustProxy', trustProxy)
  if (rateLimit !== undefined) assertRateLimit(rateLimit, authorize)
  if (receipts !== undefined && authorize === 'anyone') {
    throw new TypeError('"receipts" requires an "authorize" function that returns a subject')
  }
  assertFunctions({ onIssue, onDeny, onError, now, createTokenId })
  return {
    keysFor,
    authorize,
    expiresIn,
    credential,
    createTokenId,
    allowedOrigins,
    trustProxy,
    rateLimit,
    receipts: receipts === undefined ? undefined : parseReceipts(receipts, options.publicKey),
    onIssue,
    onDeny,
    onError,
    now,
  }
}

function assertAuthorize(authorize: unknown): void {
  if (authorize === 'anyone' || typeof authorize === 'function') return
  throw new TypeError(
    '"authorize" must be a function that decides who may upload, or "anyone" to allow every request',
  )
}

const MAX_AUTH_TOKEN_SECONDS = 86_400

function assertCredential(credential: unknown, expiresIn: number): void {
  if (credential !== 'signature' && credential !== 'jwt') {
    throw new TypeError('"credential" must be "signature" or "jwt"')
  }
  if (credential === 'jwt' && expiresIn > MAX_AUTH_TOKEN_SECONDS) {
    throw new TypeError(
      `"expiresIn" must be at most 24 hours (${MAX_AUTH_TOKEN_SECONDS} seconds) with credential: "jwt"`,
    )
  }
}

function assertBoolean(option: string, value: unknown): void {
  if (typeof value !== 'boolean') throw new TypeError(`"${option}" must be true or false`)
}

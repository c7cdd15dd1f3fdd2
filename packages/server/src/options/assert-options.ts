import { assertLifetime } from '@secure-uploading/core/internal'
import { assertAllowedOrigins } from '../cross-origin/assert-allowed-origins.js'
import { assertKey } from '../keys/create-key-ring.js'
import { assertRateLimit } from '../rate-limit/assert-rate-limit.js'
import { assertReceipts } from '../receipts/assert-receipts.js'
import { assertFunctions, readOptions } from './read-options.js'

const FUNCTIONS = ['onIssue', 'onDeny', 'onError', 'now', 'createTokenId']
const OPTIONS = [
  ...FUNCTIONS,
  'publicKey',
  'secretKey',
  'authorize',
  'expiresIn',
  'credential',
  'allowedOrigins',
  'trustProxy',
  'rateLimit',
  'receipts',
]

/**
 * Checks the options of an endpoint, for JavaScript too: a misspelt `rateLimit` would be no limit at all.
 *
 * @throws {TypeError} naming the option and what it has to be.
 */
export function assertOptions(options: unknown): void {
  const given = readOptions(options, OPTIONS)
  if (typeof given['publicKey'] !== 'function') assertKey('publicKey', given['publicKey'])
  if (typeof given['secretKey'] !== 'function') assertKey('secretKey', given['secretKey'])
  if (given['authorize'] !== 'anyone' && typeof given['authorize'] !== 'function') {
    throw new TypeError(
      '"authorize" must be a function that decides who may upload, or "anyone" to let in everybody',
    )
  }
  if (given['expiresIn'] !== undefined) assertLifetime('expiresIn', given['expiresIn'])
  assertCredential(given['credential'], given['expiresIn'])
  if (given['allowedOrigins'] !== undefined) assertAllowedOrigins(given['allowedOrigins'])
  if (given['trustProxy'] !== undefined && typeof given['trustProxy'] !== 'boolean') {
    throw new TypeError('"trustProxy" must be true or false')
  }
  if (given['rateLimit'] !== undefined) assertRateLimit(given['rateLimit'], given['authorize'])
  if (given['receipts'] !== undefined) {
    assertReceipts(given['receipts'])
    if (given['authorize'] === 'anyone') {
      throw new TypeError('"receipts" say who somebody is, and with authorize: "anyone" there is no subject')
    }
  }
  assertFunctions(given, FUNCTIONS)
}

const LONGEST_AUTH_TOKEN_LIFE_SECONDS = 86_400

function assertCredential(credential: unknown, expiresIn: unknown): void {
  if (credential !== undefined && credential !== 'signature' && credential !== 'jwt') {
    throw new TypeError('"credential" must be "signature" or "jwt"')
  }
  if (credential === 'jwt' && Number(expiresIn) > LONGEST_AUTH_TOKEN_LIFE_SECONDS) {
    throw new TypeError(
      `"expiresIn" must be at most 24 hours (${LONGEST_AUTH_TOKEN_LIFE_SECONDS} seconds) with credential: "jwt"`,
    )
  }
}

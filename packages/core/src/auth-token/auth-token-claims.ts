import { assertScope } from './scope.js'

/** The payload of an auth token. Times are Unix **seconds**. */
export interface AuthTokenClaims {
  iat: number
  exp: number
  iss?: string
  sub?: string
  jti?: string
  uc?: { restrictions: AuthTokenRestrictions }
}

export interface AuthTokenRestrictions {
  /** Paths of the Upload API that the token allows: exact, or with all paths below if it ends in `/*`. */
  scope?: string[]
  /** `operations`: the number of files that can be uploaded with the token. */
  limits?: { operations: number }
}

/** Uploadcare's limit for `exp` - `iat`: 24 hours. */
export const MAX_AUTH_TOKEN_SECONDS = 86_400

const MAX_OPERATIONS = 100_000

/**
 * Checks claims against Uploadcare's limits. Used for both signing and verifying.
 *
 * @throws {TypeError} naming the claim and its limit
 */
export function assertAuthTokenClaims(claims: unknown): asserts claims is AuthTokenClaims {
  const { iat, exp, uc, ...named } = assertFields('the payload', claims, [
    'iat',
    'exp',
    'iss',
    'sub',
    'jti',
    'uc',
  ])
  if (!isWholeNumber(iat)) throw new TypeError('"iat" must be whole Unix seconds')
  if (!isWholeNumber(exp)) throw new TypeError('"exp" must be whole Unix seconds')
  if (exp <= iat) throw new TypeError('"exp" must be later than "iat"')
  if (exp - iat > MAX_AUTH_TOKEN_SECONDS) {
    throw new TypeError(`an auth token is valid for at most 24 hours (${MAX_AUTH_TOKEN_SECONDS} seconds)`)
  }
  for (const [name, value] of Object.entries(named)) {
    if (typeof value !== 'string' || value === '') throw new TypeError(`"${name}" must be a non-empty string`)
  }
  if (uc !== undefined) assertRestrictions(assertFields('"uc"', uc, ['restrictions'])['restrictions'])
}

function assertRestrictions(restrictions: unknown): void {
  const { scope, limits } = assertFields('"restrictions"', restrictions, ['scope', 'limits'])
  if (scope !== undefined) assertScope(scope)
  if (limits !== undefined) assertOperations(assertFields('"limits"', limits, ['operations'])['operations'])
}

function assertOperations(operations: unknown): void {
  if (!isWholeNumber(operations) || operations < 1 || operations > MAX_OPERATIONS) {
    throw new TypeError(`"operations" must be a whole number from 1 to ${MAX_OPERATIONS}`)
  }
}

function assertFields(what: string, value: unknown, known: readonly string[]): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new TypeError(`${what} must be an object`)
  const unknownName = Object.keys(value).find((name) => !known.includes(name))
  if (unknownName !== undefined) throw new TypeError(`${what} has an unknown claim`)
  return value as Record<string, unknown>
}

function isWholeNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value)
}

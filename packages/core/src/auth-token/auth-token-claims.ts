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
  /** Paths of the Upload API that the token opens: exact, or everything below one when it ends in `/*`. */
  scope?: string[]
  /** `operations`: how many files may be uploaded with the token. */
  limits?: { operations: number }
}

const LONGEST_LIFE_SECONDS = 86_400
const MOST_SCOPE_PATHS = 16
const LONGEST_SCOPE_PATH = 64
const MOST_OPERATIONS = 100_000

/**
 * Holds claims against every bound that Uploadcare sets, when they are minted and when they are verified.
 *
 * @throws {TypeError} naming the claim and its bound.
 */
export function assertAuthTokenClaims(claims: unknown): asserts claims is AuthTokenClaims {
  const { iat, exp, uc, ...named } = fieldsOf('the payload', claims, [
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
  if (exp - iat > LONGEST_LIFE_SECONDS) {
    throw new TypeError(`an auth token may live at most 24 hours (${LONGEST_LIFE_SECONDS} seconds)`)
  }
  for (const [name, value] of Object.entries(named)) {
    if (typeof value !== 'string' || value === '')
      throw new TypeError(`"${name}" must be a string that is not empty`)
  }
  if (uc !== undefined) assertRestrictions(fieldsOf('"uc"', uc, ['restrictions'])['restrictions'])
}

function assertRestrictions(restrictions: unknown): void {
  const { scope, limits } = fieldsOf('"restrictions"', restrictions, ['scope', 'limits'])
  if (scope !== undefined) assertScope(scope)
  if (limits !== undefined) assertOperations(fieldsOf('"limits"', limits, ['operations'])['operations'])
}

function assertScope(scope: unknown): void {
  if (!Array.isArray(scope) || scope.length === 0 || scope.length > MOST_SCOPE_PATHS) {
    throw new TypeError(`"scope" must be a list of 1 to ${MOST_SCOPE_PATHS} paths of the Upload API`)
  }
  for (const path of scope as unknown[]) {
    if (typeof path !== 'string' || !path.startsWith('/') || path.length > LONGEST_SCOPE_PATH) {
      throw new TypeError(
        `a path in "scope" must start with "/" and have at most ${LONGEST_SCOPE_PATH} characters`,
      )
    }
  }
}

function assertOperations(operations: unknown): void {
  if (!isWholeNumber(operations) || operations < 1 || operations > MOST_OPERATIONS) {
    throw new TypeError(`"operations" must be a whole number from 1 to ${MOST_OPERATIONS}`)
  }
}

function fieldsOf(what: string, value: unknown, known: readonly string[]): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new TypeError(`${what} must be an object`)
  const unknownName = Object.keys(value).find((name) => !known.includes(name))
  if (unknownName !== undefined) throw new TypeError(`${what} has an unknown claim`)
  return value as Record<string, unknown>
}

function isWholeNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value)
}

import { assertLifetime, assertOptions, assertScope } from '@secure-uploading/core/internal'
import { isPlainObject } from '../options/is-plain-object.js'
import type { Credential } from './credential.js'

/** What a user may do with an upload token. Any other key is an error. */
export interface Grant {
  /**
   * A stable id of the user: the default key of the rate limit, passed to the hooks, and signed into receipts and auth
   * tokens. `undefined` issues a token without a subject; a blank string is an error.
   */
  subject?: string | undefined
  /**
   * The lifetime of this token, in whole **seconds**.
   *
   * @default the endpoint's `expiresIn`
   */
  expiresIn?: number | undefined
  /**
   * The paths of the Upload API that the token is valid for: `/base/`, or `/multipart/*` for all below; `'any'` for every
   * path. Requires `credential: 'jwt'`, because a signature cannot carry it.
   *
   * @default the paths that uploads need, without Uploadcare's AI image endpoints
   */
  scope?: string[] | 'any' | undefined
  /** How many files may be uploaded with the token, 1 to 100000. Requires `credential: 'jwt'`. */
  operations?: number | undefined
}

/**
 * The result of `authorize`: a {@link Grant}, `true` (the same as `{}`), `false` → 403 forbidden, `null` or `undefined` →
 * 401 unauthenticated.
 */
export type Authorization = Grant | boolean | null | undefined

/** The result of `authorize`, which may be async. */
export type AuthorizeResult = Authorization | Promise<Authorization>

/** Decides who may upload, with the arguments that the framework passes to its handlers. */
export type Authorize<Args extends unknown[]> = (...args: Args) => AuthorizeResult

type UnknownKey<Result> =
  Result extends PromiseLike<infer Value>
    ? UnknownKey<Value>
    : Result extends object
      ? Exclude<keyof Result, keyof Grant>
      : never

/**
 * Refuses an `authorize` whose grant has an unknown key, which TypeScript accepts in the result of a function. It checks
 * calls without explicit type arguments.
 */
export type CheckedGrant<Result> = [UnknownKey<Result>] extends [never]
  ? unknown
  : { authorize: `Unknown key in the grant: ${UnknownKey<Result> & string}` }

/**
 * Checks the grant that `authorize` returned. In JavaScript that may be any value, such as a database row of the user.
 *
 * @throws {TypeError} naming the invalid value.
 */
export function parseGrant(granted: unknown, credential: Credential): Grant {
  if (!isPlainObject(granted)) {
    throw new TypeError(
      '"authorize" must return a grant, which is a plain object such as { subject }, or true; false or null to refuse',
    )
  }
  assertOptions(granted, ['subject', 'expiresIn', 'scope', 'operations'], 'grant')
  const grant: Grant = granted
  const { subject, expiresIn, scope, operations } = grant
  if (subject !== undefined) assertSubject(subject)
  if (expiresIn !== undefined) assertLifetime('expiresIn', expiresIn)
  if (credential === 'signature') {
    if (scope !== undefined) throw requiresAuthToken('scope')
    if (operations !== undefined) throw requiresAuthToken('operations')
  }
  // Another string would be read as a list of its characters.
  if (scope !== undefined && scope !== 'any') {
    if (!Array.isArray(scope)) {
      throw new TypeError('"scope" of the grant must be an array of Upload API paths, or "any"')
    }
    assertScope(scope)
  }
  return grant
}

function assertSubject(subject: unknown): void {
  if (typeof subject === 'string' && subject.trim() !== '') return
  throw new TypeError('"subject" of the grant must be a non-blank string')
}

function requiresAuthToken(key: string): TypeError {
  return new TypeError(
    `"${key}" was granted, but a signature cannot carry it: it covers only the expiry. Use credential: "jwt"`,
  )
}

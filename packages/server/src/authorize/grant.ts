/** What somebody may do with an upload token. Keys other than these are an error. */
export interface Grant {
  /**
   * Who this is: an id that does not change. The key of the rate limit unless `rateLimit.key` is given, and what the
   * hooks are told.
   */
  subject?: string
  /** How long this token lives, in whole **seconds**. The endpoint's `expiresIn` unless given. */
  expiresIn?: number
  /**
   * Paths of the Upload API that the token is good for: `/base/`, or `/multipart/*` for all below. With
   * `credential: 'jwt'` only; a signature cannot carry it: an error then.
   */
  scope?: string[]
  /** How many files may be uploaded with it, 1 to 100000. With `credential: 'jwt'` only, likewise. */
  operations?: number
}

/**
 * The answer of `authorize`: a {@link Grant}, `true` (the same as `{}`), `false` (signed in, but may not: 403), or
 * `null` or `undefined` (nobody is signed in: 401).
 */
export type Authorization = Grant | boolean | null | undefined

/** Decides who may upload, with the arguments that the framework calls its handlers with. */
export type Authorize<Args extends unknown[]> = (...args: Args) => Authorization | Promise<Authorization>

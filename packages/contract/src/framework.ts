/**
 * A capability that a framework may lack by design:
 * - `every-method`: requests with any known HTTP method reach the handler.
 * - `every-method-name`: requests with unknown HTTP methods reach the handler, too.
 * - `every-path`: requests with any path reach the handler.
 * - `every-content-type`: requests with any `Content-Type` reach the handler.
 * - `every-body`: requests with any body reach the handler.
 * - `shared-response`: the handler writes to a response that the app can write to, too.
 */
export type Capability =
  | 'every-method'
  | 'every-method-name'
  | 'every-path'
  | 'every-content-type'
  | 'every-body'
  | 'shared-response'

/** The properties of a framework that the rules need. */
export interface Framework<Args extends unknown[]> {
  /** Returns the `Cookie` header from the arguments that the framework passes to a function of the options. */
  cookieOf: (...args: Args) => string | null | undefined
  /** Answers 303 with the arguments of a function of the options. Required unless the framework lacks `shared-response`. */
  redirect?: ((location: string, ...args: Args) => unknown) | undefined
  /** The capabilities that the framework lacks. The rules that need them are skipped. */
  lacks?: readonly Capability[] | undefined
}

/** Returns whether a rule is skipped because the framework lacks a capability. */
export function isSkipped(
  { needs }: { needs?: Capability },
  { lacks = [] }: { lacks?: readonly Capability[] | undefined },
): boolean {
  return needs !== undefined && lacks.includes(needs)
}

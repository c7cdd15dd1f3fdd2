/**
 * What a framework may lack by its nature:
 * - `every-method`: the handler sees requests of any method, not only those it is mounted for.
 * - `every-method-name`: requests of methods that HTTP does not know reach it, too.
 * - `every-path`: the handler sees requests of any path, not only the one that it is mounted on.
 * - `every-content-type`: the framework lets pass whatever a request says about the type of its body.
 * - `every-body`: the framework lets pass whatever the body is.
 * - `shared-response`: the handler writes to a response that the app and others write to, too.
 */
export type Capability =
  | 'every-method'
  | 'every-method-name'
  | 'every-path'
  | 'every-content-type'
  | 'every-body'
  | 'shared-response'

/** What the rules have to know of the framework that an adapter translates for. */
export interface Framework<Args extends unknown[]> {
  /** Reads the cookie of a request from what the framework passes to a function of the options. */
  cookieOf: (...args: Args) => string | null | undefined
  /** Answers 303 by what the framework passes to a function of the options. Needed unless it lacks `shared-response`. */
  redirect?: (location: string, ...args: Args) => unknown
  /** What it lacks: the rules that need it are left out. */
  lacks?: readonly Capability[]
}

/** Whether a rule is left out, for it needs what the framework lacks. */
export function isLeftOut(
  { needs }: { needs?: Capability },
  { lacks = [] }: { lacks?: readonly Capability[] },
): boolean {
  return needs !== undefined && lacks.includes(needs)
}

import type { TokenHandlerOptions } from '@secure-uploading/server'

/** A token endpoint under test, as it is reached from outside. */
export interface Served {
  send(request: Request): Promise<Response>
  close?(): Promise<void>
}

/** Puts an adapter's handler behind something that takes requests. It throws what the adapter throws. */
export type Serve<Args extends unknown[]> = (options: TokenHandlerOptions<Args>) => Served | Promise<Served>

/**
 * What a framework may lack by its nature:
 * - `every-method`: the handler sees requests of any method, not only those it is mounted for.
 * - `every-method-name`: requests of methods that HTTP does not know reach it, too.
 * - `every-path`: the handler sees requests of any path, not only the one that it is mounted on.
 * - `every-content-type`: the framework lets pass whatever a request says about the type of its body.
 * - `every-body`: the framework lets pass whatever the body is.
 */
export type Capability =
  | 'every-method'
  | 'every-method-name'
  | 'every-path'
  | 'every-content-type'
  | 'every-body'

/** What the suite has to know of an adapter. */
export interface Adapter<Args extends unknown[]> {
  serve: Serve<Args>
  /** Reads the cookie of a request from what the framework passes to `authorize`. */
  cookieOf: (...args: Args) => string | null | undefined
  /** What it lacks: the rules that need it are left out. */
  lacks?: readonly Capability[]
}

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
 * - `every-content-type`: the framework lets pass whatever a request says about the type of its body.
 */
export type Capability = 'every-method' | 'every-content-type'

/** What the suite has to know of an adapter. */
export interface Adapter<Args extends unknown[]> {
  serve: Serve<Args>
  /** Reads the cookie of a request from what the framework passes to `authorize`. */
  cookieOf: (...args: Args) => string | null | undefined
  /** What it lacks: the rules that need it are left out. */
  lacks?: readonly Capability[]
}

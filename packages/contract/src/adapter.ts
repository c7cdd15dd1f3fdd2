import type { TokenHandlerOptions } from '@secure-uploading/server'
import type { Framework } from './framework.js'

/** An endpoint under test, as it is reached from outside. */
export interface Served {
  send(request: Request): Promise<Response>
  close?(): Promise<void>
}

/**
 * Puts an adapter's handler behind something that takes requests. It throws what the adapter throws. `varyOfOthers` is to be
 * put into Vary before the handler is asked, as middleware does or a hook of the framework.
 */
export type Serve<Args extends unknown[]> = (
  options: TokenHandlerOptions<Args>,
  varyOfOthers?: string | string[],
) => Served | Promise<Served>

/** What the suite has to know of an adapter. */
export interface Adapter<Args extends unknown[]> extends Framework<Args> {
  serve: Serve<Args>
}

import type { TokenHandlerOptions } from '@secure-uploading/server'
import type { Framework } from './framework.js'

/** An endpoint under test, as clients reach it. */
export interface TestServer {
  send(request: Request): Promise<Response>
  close?(): Promise<void>
}

/**
 * Serves an adapter's handler. It throws what the adapter throws. `presentVary` must be set as `Vary` before the handler is
 * called, as a middleware or a hook of the framework would.
 */
export type Serve<Args extends unknown[]> = (
  options: TokenHandlerOptions<Args>,
  presentVary?: string | string[],
) => TestServer | Promise<TestServer>

/** An adapter's token handler under test. */
export interface Adapter<Args extends unknown[]> extends Framework<Args> {
  serve: Serve<Args>
}

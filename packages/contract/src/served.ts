import type { TokenHandlerOptions } from '@secure-uploading/server'

/** A token endpoint under test, as it is reached from outside. */
export interface Served {
  send(request: Request): Promise<Response>
  close?(): Promise<void>
}

/** Puts an adapter's handler behind something that takes requests. It throws what the adapter throws. */
export type Serve<Args extends unknown[]> = (options: TokenHandlerOptions<Args>) => Served | Promise<Served>

import type { WebhookHandlerOptions } from '@secure-uploading/server'
import type { Capability, Served } from '../adapter.js'

/** What the suite has to know of an adapter's webhook handler. */
export interface WebhookAdapter<Args extends unknown[]> {
  /** Puts the handler behind something that takes requests. It throws what the adapter throws. */
  serve: (options: WebhookHandlerOptions<Args>) => Served | Promise<Served>
  /** Reads the cookie of a request from what the framework passes to `onEvent`. */
  cookieOf: (...args: Args) => string | null | undefined
  /** What it lacks: the rules that need it are left out. */
  lacks?: readonly Capability[]
}
